"use client";

import { ErrorCard } from "@rollcall/ui/error-card";
import { useTranslations } from "next-intl";
import { ApiError } from "~/lib/api-error.ts";

export interface LoadErrorProps {
  readonly error: Error;
  readonly onRetry: () => void;
  readonly retrying: boolean;
}

/** What could not be loaded, that nothing was changed, and a way to try again with the same filters. */
export function LoadError({ error, onRetry, retrying }: LoadErrorProps) {
  const t = useTranslations("errors.load");
  const api = error instanceof ApiError ? error : undefined;
  return (
    <ErrorCard title={t("title")} requestId={api?.requestId} onRetry={onRetry} retrying={retrying}>
      {api?.status === 0 ? t("network") : t("body")}
    </ErrorCard>
  );
}

/** In a list of options that the server could not search: never that there are none. */
export function useOptionsFailure(): (error: Error | null) => string | undefined {
  const t = useTranslations("errors.load");
  return (error) => {
    if (error === null) return undefined;
    return error instanceof ApiError && error.requestId ? `${t("title")} (${error.requestId})` : t("title");
  };
}

/** What went wrong with an act, in a sentence for the dialog that asked for it. */
export function useFailure(): (error: Error | null) => string | undefined {
  const t = useTranslations("errors");
  return (error) => {
    if (error === null) return undefined;
    if (!(error instanceof ApiError)) return t("save.title");
    if (error.status === 0) return `${t("load.network")} ${t("save.unchanged")}`;
    return error.requestId && error.status >= 500 ? `${error.message} ${error.requestId}` : error.message;
  };
}
