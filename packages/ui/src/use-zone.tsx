"use client";

import { useSyncExternalStore } from "react";
import { useLabels } from "./labels.tsx";
import { zoneName } from "./relative-time.tsx";

const never = () => () => undefined;

/**
 * The short name of the reader's zone, now or at a moment (ms). On the server and while hydrating it is UTC, in which every
 * moment is told there.
 */
export function useZone(at?: number): string {
  const { locale } = useLabels();
  return useSyncExternalStore(
    never,
    () => zoneName(at ?? Date.now(), locale),
    () => "UTC",
  );
}
