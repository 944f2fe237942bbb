import { isReasonCode, REASONS } from "@rollcall/directory/explain/reason";
import type { Status } from "@rollcall/ui/status-pill";
import type { Outcome } from "./schema.ts";

const STATUS: Readonly<Record<Outcome, Status>> = {
  applied: "ok",
  no_change: "off",
  lookup: "info",
  rejected: "warn",
  auth_failed: "bad",
  paused: "off",
  server_error: "bad",
};

/**
 * The colour of what came of a request. Rejected is amber, because an admin can mend it; red is for sync that is stopped, and for
 * a refusal whose reason is that grave, such as the removal of the last admin.
 *
 * @param reason the code of the reason, if there is one
 */
export function eventStatus(outcome: Outcome, reason: string | null): Status {
  const grave = reason !== null && isReasonCode(reason) && REASONS[reason].severity === "bad";
  return outcome === "rejected" && grave ? "bad" : STATUS[outcome];
}
