"use client";

import { ErrorCard } from "@rollcall/ui/error-card";
import { useTranslations } from "next-intl";
import { usePageRetry } from "~/lib/use-page-retry.ts";

export default function ConsoleError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("errors.page");
  const { retry, pending } = usePageRetry(reset);
  return (
    <div className="mx-auto max-w-xl pt-12">
      <h1 className="sr-only">{t("title")}</h1>
      <ErrorCard title={t("title")} requestId={error.digest} onRetry={retry} retrying={pending}>
        {t("body")}
      </ErrorCard>
    </div>
  );
}
