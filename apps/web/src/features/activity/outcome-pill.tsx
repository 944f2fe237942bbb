"use client";

import { type Status, StatusPill } from "@rollcall/ui/status-pill";
import { useTranslations } from "next-intl";
import type { Outcome } from "./schema.ts";

const statuses: Record<Outcome, Status> = {
  applied: "ok",
  no_change: "off",
  lookup: "info",
  rejected: "warn",
  auth_failed: "bad",
  server_error: "bad",
};

/** What came of a request. Rejected is amber, because an admin can mend it; red is for sync that is stopped. */
export function OutcomePill({ outcome }: { readonly outcome: Outcome }) {
  const t = useTranslations("activity.outcome");
  return <StatusPill status={statuses[outcome]}>{t(outcome)}</StatusPill>;
}
