"use client";

import { IconButton } from "@rollcall/ui/button";
import { Callout } from "@rollcall/ui/callout";
import { X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react";
import { failureText } from "~/lib/failure-text.ts";

interface Failure {
  /** The page on which it happened. */
  readonly path: string;
  readonly text: string;
}

interface FailureState {
  readonly failure: Failure | null;
  readonly setFailure: (failure: Failure | null) => void;
}

const State = createContext<FailureState>({ failure: null, setFailure: () => {} });

export function ActFailureProvider({ children }: { readonly children: ReactNode }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const value = useMemo(() => ({ failure, setFailure }), [failure]);
  return <State value={value}>{children}</State>;
}

/** Tells why an act failed: an error of the API, or a sentence. For acts of menus and rows, which have no dialog to say it in. */
export function useReportFailure(): (failure: unknown) => void {
  const { setFailure } = use(State);
  return useCallback(
    (error) => {
      const text = typeof error === "string" ? error : failureText(error);
      setFailure({ path: window.location.pathname, text });
    },
    [setFailure],
  );
}

/** Why the last such act failed, above the page. It stays until it is closed or the page is left. */
export function ActFailure() {
  const t = useTranslations("errors.save");
  const close = useTranslations("ui");
  const path = usePathname();
  const { failure, setFailure } = use(State);
  return (
    <div role="alert" className="sticky top-14 z-20">
      {failure?.path === path ? (
        <div className="mx-auto w-full max-w-[90rem] px-4 pt-3 sm:px-6 lg:px-8">
          <Callout status="bad" title={t("title")} className="shadow-layer">
            <span className="flex items-start justify-between gap-3">
              {failure.text}
              <IconButton label={close("close")} onClick={() => setFailure(null)}>
                <X aria-hidden />
              </IconButton>
            </span>
          </Callout>
        </div>
      ) : null}
    </div>
  );
}
