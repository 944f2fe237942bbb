import type { Database } from "@rollcall/db";
import { firstIdAt } from "../explain/event-id.ts";

/** The four figures that say whether the connection lives. */
export interface Traffic {
  readonly lastRequestAt: Date | null;
  /** From what the change left behind where its event is no longer kept: weeks of quiet are no new beginning. */
  readonly lastChangeAt: Date | null;
  /** Requests of the last 24 hours that were refused for what they said. */
  readonly rejected: number;
  /** Requests of the last 24 hours whose token was refused; while SCIM is off the right one is answered 403, and is none of them. */
  readonly authFailed: number;
}

const DAY_MS = 86_400_000;

/** @param now what "the last 24 hours" count back from */
export async function readTraffic(db: Database, tenantId: string, now: Date): Promise<Traffic> {
  const { rows } = await db.pool.query<Traffic>(
    `SELECT
       (SELECT COALESCE("lastAt", at) FROM "ProvisioningEvent"
         WHERE "tenantId" = $1 ORDER BY id DESC LIMIT 1) AS "lastRequestAt",
       COALESCE(
         (SELECT at FROM "ProvisioningEvent"
           WHERE "tenantId" = $1 AND outcome = 'applied' ORDER BY id DESC LIMIT 1),
         (SELECT max("lastProvisionedAt") FROM "User" WHERE "tenantId" = $1),
         (SELECT max("lastTouchedAt") FROM "Team" WHERE "tenantId" = $1 AND source = 'scim')) AS "lastChangeAt",
       (SELECT COALESCE(sum(count), 0)::int FROM "ProvisioningEvent"
         WHERE "tenantId" = $1 AND outcome = 'rejected' AND id >= $2) AS rejected,
       (SELECT COALESCE(sum(count), 0)::int FROM "ProvisioningEvent"
         WHERE "tenantId" = $1 AND outcome = 'auth_failed' AND id >= $2
           AND "authClass" IS DISTINCT FROM 'paused') AS "authFailed"`,
    [tenantId, firstIdAt(new Date(now.getTime() - DAY_MS))],
  );
  return rows[0] ?? { lastRequestAt: null, lastChangeAt: null, rejected: 0, authFailed: 0 };
}
