import { type Database, transaction } from "@rollcall/db";
import type { ClientBase } from "pg";
import { effectiveRoleSql } from "../../accounts/effective-role.ts";
import { enqueue, type OutboxMessage } from "../../outbox/outbox.ts";
import { firstIdAt } from "../event-id.ts";
import { HOUR_MS } from "../findings/scope.ts";
import type { Alert } from "./alert.ts";
import { readAlerts } from "./read-alerts.ts";

/** Alerts that are new to the admins of one tenant, and where to write to. */
export interface Digest {
  readonly tenant: { readonly id: string; readonly name: string };
  readonly alerts: readonly [Alert, ...Alert[]];
  /** Addresses of the active admins. */
  readonly to: readonly string[];
}

/** Tenants in which there may be anything to tell, so that the others cost one look at an index. $1: an hour ago, as an id. */
const CANDIDATES = `
  SELECT t.id, t.name FROM "Connection" c JOIN "Tenant" t ON t.id = c."tenantId"
   WHERE c."mailAdmins" AND (
     EXISTS (SELECT 1 FROM "ProvisioningEvent" e
              WHERE e."tenantId" = c."tenantId" AND e.outcome IN ('auth_failed', 'rejected') AND e.id >= $1)
     OR EXISTS (SELECT 1 FROM "AuditEntry" a
                 WHERE a."tenantId" = c."tenantId" AND a.id >= $1 AND a.action = 'scim_token.regenerated')
     OR EXISTS (SELECT 1 FROM "SsoConfig" s WHERE s."tenantId" = c."tenantId" AND s.enabled AND s.kind = 'saml'))`;

/** Takes the right to tell; nothing comes back when it was told already, by this replica or another. */
const CLAIM = `
  INSERT INTO "SentAlert" ("tenantId", key, at) VALUES ($1, $2, $4)
  ON CONFLICT ("tenantId", key) DO UPDATE SET at = $4
    WHERE $3 AND "SentAlert".at <= $4::timestamptz - interval '1 day'
  RETURNING key`;

const ADMINS = `
  SELECT lower(u.email) AS email FROM "User" u
   WHERE u."tenantId" = $1 AND u.active AND u.email IS NOT NULL AND ${effectiveRoleSql("u")} = 'admin'
   ORDER BY u.id LIMIT 50`;

/**
 * Puts a mail to every admin in the outbox where there is something new to tell; a tenant's new alerts go together. What
 * was told, and that it is to be sent, is one transaction: each alert is sent once, however many replicas look.
 *
 * @param write makes the messages of a digest; it has no effect of its own
 * @param now the moment that ages are measured from
 * @returns how many mails there are
 */
export async function raiseAlerts(
  db: Database,
  write: (digest: Digest) => Promise<readonly OutboxMessage["payload"][]>,
  now: Date = new Date(),
): Promise<number> {
  const { rows } = await db.pool.query<Digest["tenant"]>(CANDIDATES, [
    firstIdAt(new Date(now.getTime() - HOUR_MS)),
  ]);
  let mails = 0;
  for (const tenant of rows) {
    const alerts = await readAlerts(db, tenant.id, now);
    if (alerts.length > 0)
      mails += await transaction(db, (client) => tell(client, tenant, alerts, write, now));
  }
  return mails;
}

async function tell(
  client: ClientBase,
  tenant: Digest["tenant"],
  alerts: readonly Alert[],
  write: (digest: Digest) => Promise<readonly OutboxMessage["payload"][]>,
  now: Date,
): Promise<number> {
  const { rows } = await client.query<{ email: string }>(ADMINS, [tenant.id]);
  const to = rows.map(({ email }) => email);
  const [first, ...more] = to.length === 0 ? [] : await claim(client, tenant.id, alerts, now);
  if (first === undefined) return 0;
  const payloads = await write({ tenant, alerts: [first, ...more], to });
  for (const payload of payloads) await enqueue(client, { tenantId: tenant.id, kind: "mail", payload });
  return payloads.length;
}

async function claim(
  client: ClientBase,
  tenantId: string,
  alerts: readonly Alert[],
  now: Date,
): Promise<Alert[]> {
  const mine: Alert[] = [];
  // In one order, so that two replicas that look at once wait for each other and do not block each other.
  for (const alert of [...alerts].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const { rowCount } = await client.query(CLAIM, [tenantId, alert.key, alert.daily, now]);
    if (rowCount !== 0) mine.push(alert);
  }
  return mine;
}
