"use client";

import { StatusPill } from "@rollcall/ui/status-pill";
import { useTranslations } from "next-intl";
import { eventStatus } from "./event-status.ts";
import type { EventRow } from "./schema.ts";

/** What came of a request, in a word. The test of a connection is a look-up that went well. */
export function OutcomePill({ event }: { readonly event: EventRow }) {
  const t = useTranslations("activity.outcome");
  const status = event.connectionTest ? "ok" : eventStatus(event.outcome, event.code);
  return (
    <StatusPill status={status} className="whitespace-nowrap">
      {t(event.connectionTest ? "ok" : event.outcome)}
    </StatusPill>
  );
}
