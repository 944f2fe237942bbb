"use client";

import { Callout } from "@rollcall/ui/callout";
import { Card, Section } from "@rollcall/ui/card";
import { ErrorCard } from "@rollcall/ui/error-card";
import { Skeleton } from "@rollcall/ui/skeleton";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useChangeSettings, useSettings } from "~/features/provisioning/queries.ts";
import { RetentionSelect } from "~/features/provisioning/retention-select.tsx";
import type { SettingsData } from "~/features/provisioning/schema.ts";
import { ApiError } from "~/lib/api-error.ts";
import { failureText } from "~/lib/failure-text.ts";

/** How long requests stay in Activity. */
export function RetentionCard({ initial }: { initial: SettingsData | undefined }) {
  const t = useTranslations("settings.general");
  const errors = useTranslations("errors.load");
  const { data, error, refetch, isRefetching } = useSettings(initial);
  const change = useChangeSettings();
  const save = (seenAt: string, retentionDays: number) =>
    change.mutate(
      { seenAt, change: { retentionDays } },
      { onSuccess: () => toast.success(t("retentionSaved")) },
    );
  const conflict = change.error instanceof ApiError && change.error.status === 409;
  return (
    <Section id="records" title={t("records")} description={t("recordsHint")}>
      {error && !data ? (
        <ErrorCard
          title={errors("title")}
          requestId={error instanceof ApiError ? error.requestId : undefined}
          onRetry={() => refetch()}
          retrying={isRefetching}
        >
          {errors("body")}
        </ErrorCard>
      ) : null}
      {data ? (
        <Card className="grid gap-4 p-4 sm:p-5">
          {change.isError ? (
            <Callout status="warn" role="alert">
              {conflict ? t("conflict") : failureText(change.error)}
            </Callout>
          ) : null}
          <div className="grid gap-x-8 gap-y-2.5 sm:grid-cols-[1fr_15rem]">
            <div className="grid gap-0.5">
              <p className="font-medium text-sm">{t("retention")}</p>
              <p id="retention-hint" className="text-13 text-muted-foreground">
                {t("retentionHint")}
              </p>
            </div>
            <RetentionSelect
              label={t("retention")}
              aria-describedby="retention-hint"
              days={data.retentionDays}
              disabled={change.isPending}
              onChange={(days) => save(data.updatedAt, days)}
            />
          </div>
        </Card>
      ) : null}
      {!data && !error ? <Skeleton className="h-20 w-full rounded-card" /> : null}
    </Section>
  );
}
