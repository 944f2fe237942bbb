"use client";

import { type Status, StatusPill } from "@rollcall/ui/status-pill";
import { useTranslations } from "next-intl";
import type { OverviewData } from "./schema.ts";

const statuses: Record<OverviewData["state"], Status> = {
  off: "off",
  not_set_up: "waiting",
  waiting: "waiting",
  nothing_pushed: "info",
  healthy: "ok",
  failing_auth: "bad",
  some_rejected: "warn",
  quiet: "ok",
  paused: "off",
};

/** The state of the connection in a word. */
export function ConnectionPill({ overview, provider }: { overview: OverviewData; provider: string }) {
  const t = useTranslations("provisioning.states");
  return (
    <StatusPill status={statuses[overview.state]}>
      {t(overview.state, { provider, count: overview.turnedAway })}
    </StatusPill>
  );
}
