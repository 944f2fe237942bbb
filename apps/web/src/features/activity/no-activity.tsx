"use client";

import { Button } from "@rollcall/ui/button";
import { EmptyState } from "@rollcall/ui/empty-state";
import { Activity, Eye, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

export interface NoActivityProps {
  readonly filtered: boolean;
  /** How many look-ups are left out. */
  readonly lookups: number;
  readonly provider: string;
  readonly onClear: () => void;
  readonly onShowLookups: () => void;
}

/** Why the list is empty: a filter, only look-ups so far, or no request at all. */
export function NoActivity({ filtered, lookups, provider, onClear, onShowLookups }: NoActivityProps) {
  const t = useTranslations("activity.empty");
  if (filtered) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={t("filtered")}
        action={<Button onClick={onClear}>{t("clear")}</Button>}
      />
    );
  }
  if (lookups > 0) {
    return (
      <EmptyState
        icon={<Eye />}
        title={t("lookups")}
        action={<Button onClick={onShowLookups}>{t("showLookups", { count: lookups })}</Button>}
      >
        {t("lookupsBody", { provider })}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Activity />}
      title={t("first")}
      action={
        <Button render={<Link href="/settings/security/provisioning?dialog=config" />}>
          {t("viewConfig")}
        </Button>
      }
    >
      {t("firstBody", { provider })}
    </EmptyState>
  );
}
