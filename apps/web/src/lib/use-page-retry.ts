"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";

/** Tries a page again that the server could not make: `reset` alone shows the same failure once more. */
export function usePageRetry(reset: () => void): { readonly retry: () => void; readonly pending: boolean } {
  const router = useRouter();
  const [pending, start] = useTransition();
  const retry = () =>
    start(() => {
      router.refresh();
      reset();
    });
  return { retry, pending };
}
