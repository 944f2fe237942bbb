"use client";

import { None } from "@rollcall/ui/none";
import { type Status, StatusPill } from "@rollcall/ui/status-pill";
import { TimeAgo } from "@rollcall/ui/time-ago";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { TeamRow } from "./schema.ts";

const STATUS: Readonly<Record<TeamRow["health"], Status>> = {
  none: "ok",
  possibly_stale: "warn",
  kept: "off",
  empty: "off",
  name_clash: "warn",
  update_rejected: "warn",
};

export interface TeamHealthProps {
  readonly team: Pick<TeamRow, "health" | "evidence" | "keptUntil">;
  readonly provider: string;
}

/** What is odd about a team, with its evidence. Most teams have nothing to say. */
export function TeamHealth({ team, provider }: TeamHealthProps) {
  const t = useTranslations("teams.health");
  if (team.health === "none") return <None />;
  return (
    <span className="grid justify-items-start gap-0.5">
      <StatusPill status={STATUS[team.health]}>{t(team.health)}</StatusPill>
      <span className="text-muted-foreground text-xs">
        <Evidence team={team} provider={provider} />
      </span>
    </span>
  );
}

function Evidence({ team: { health, evidence, keptUntil }, provider }: TeamHealthProps) {
  const t = useTranslations("teams.health");
  if (evidence.eventId) {
    return (
      <Link
        className="underline underline-offset-4"
        href={`/settings/security/provisioning/activity?event=${evidence.eventId}`}
      >
        {t("openEvent")}
      </Link>
    );
  }
  if (health === "kept" && keptUntil) {
    return (
      <>
        {t("until")} <TimeAgo at={keptUntil} />
      </>
    );
  }
  if (health === "empty") return t("neverJoined", { provider });
  if (evidence.emptySince) {
    return (
      <>
        {t("emptySince")} <TimeAgo at={evidence.emptySince} />
      </>
    );
  }
  return evidence.updatedWithout > 0 ? t("updatedWithout", { count: evidence.updatedWithout }) : null;
}
