"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PROVISIONING_PATH } from "~/features/shell/navigation.ts";
import type { OverviewData } from "./schema.ts";

/** Where to see what came of it: people, teams, requests. */
export function DirectoryLinks({ counts }: { counts: OverviewData["counts"] }) {
  const t = useTranslations("provisioning.directory");
  return (
    <nav aria-label={t("title")} className="grid gap-2 sm:grid-cols-3">
      <Entry
        href="/access/users"
        title={t("people", { count: counts.people })}
        hint={t("peopleHint", { active: counts.activePeople })}
      />
      <Entry href="/access/teams" title={t("teams", { count: counts.teams })} hint={t("teamsHint")} />
      <Entry href={`${PROVISIONING_PATH}/activity`} title={t("activity")} hint={t("activityHint")} />
    </nav>
  );
}

function Entry({
  href,
  title,
  hint,
}: {
  readonly href: string;
  readonly title: string;
  readonly hint: string;
}) {
  return (
    <Link
      href={href}
      className="group flex items-center justify-between gap-3 rounded-card border border-border bg-surface px-4 py-3 transition-colors duration-120 hover:border-input sm:px-5"
    >
      <span className="grid">
        <span className="font-medium text-sm tabular-nums">{title}</span>
        <span className="text-13 text-muted-foreground">{hint}</span>
      </span>
      <ArrowRight
        aria-hidden
        className="size-4 shrink-0 text-muted-foreground transition-transform duration-120 group-hover:translate-x-0.5 rtl:rotate-180"
      />
    </Link>
  );
}
