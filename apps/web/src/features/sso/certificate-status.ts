import type { Status } from "@rollcall/ui/status-pill";

const DAY_MS = 86_400_000;

/** How long a certificate still holds, in whole days, and how worrying that is: from 30 days on, from 7 on. */
export function certificateStatus(validUntil: string, now: number): { days: number; status: Status } {
  const days = Math.floor((Date.parse(validUntil) - now) / DAY_MS);
  return { days, status: days <= 7 ? "bad" : days <= 30 ? "warn" : "ok" };
}
