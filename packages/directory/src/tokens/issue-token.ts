import { type Database, transaction, uuidv7 } from "@rollcall/db";
import type { ClientBase } from "pg";
import { type AuditActor, recordAudit } from "../audit/record-audit.ts";
import { hashToken, last4, newScimToken } from "./scim-token.ts";

/** Who asks for a token, or ends one. */
export interface TokenRequest {
  readonly tenantId: string;
  readonly actor: AuditActor;
  readonly ip?: string | undefined;
}

/** The only moment at which the secret can be read. */
export interface IssuedToken {
  readonly id: string;
  readonly token: string;
  readonly last4: string;
  readonly createdAt: Date;
}

/** How many hours the former token keeps working beside the new one. */
export type OverlapHours = 0 | 1 | 24;

/**
 * The first token of a tenant.
 *
 * @returns undefined when a live one exists: replacing it is `regenerateToken`'s, which says what that breaks.
 */
export function generateToken(db: Database, request: TokenRequest): Promise<IssuedToken | undefined> {
  return transaction(db, async (client) => {
    await lockTokens(client, request.tenantId);
    const live = await client.query(
      `SELECT 1 FROM "ScimToken" WHERE "tenantId" = $1 AND "retiredAt" IS NULL`,
      [request.tenantId],
    );
    if (live.rowCount) return undefined;
    const issued = await insertToken(client, request);
    await audit(client, request, "scim_token.generated", issued);
    return issued;
  });
}

/**
 * A new token in place of the current one, which stops working when this returns, or after `overlapHours` if an admin
 * chose so. Tokens still in an earlier overlap end now. Whoever regenerates at the same time waits: exactly one token
 * is live afterwards.
 */
export function regenerateToken(
  db: Database,
  request: TokenRequest,
  overlapHours: OverlapHours = 0,
): Promise<IssuedToken> {
  return transaction(db, async (client) => {
    await lockTokens(client, request.tenantId);
    const retired = await retireAll(client, request, overlapHours);
    const issued = await insertToken(client, request);
    await audit(client, request, "scim_token.regenerated", issued, { retired, overlapHours });
    return issued;
  });
}

/**
 * Ends a token now, its overlap included.
 *
 * @returns false when the tenant has no such token, or it had ended already.
 */
export function retireToken(db: Database, request: TokenRequest, tokenId: string): Promise<boolean> {
  return transaction(db, async (client) => {
    await lockTokens(client, request.tenantId);
    const { rows } = await client.query<{ id: string; last4: string }>(
      `UPDATE "ScimToken"
          SET "retiredAt" = COALESCE("retiredAt", now()), "validUntil" = NULL,
              "retiredByName" = COALESCE("retiredByName", $3)
        WHERE "tenantId" = $1 AND id = $2 AND ("retiredAt" IS NULL OR "validUntil" > now())
        RETURNING id, last4`,
      [request.tenantId, tokenId, request.actor.name],
    );
    const retired = rows[0];
    if (retired === undefined) return false;
    await audit(client, request, "scim_token.retired", retired);
    return true;
  });
}

async function lockTokens(client: ClientBase, tenantId: string): Promise<void> {
  await client.query(`SELECT 1 FROM "Connection" WHERE "tenantId" = $1 FOR UPDATE`, [tenantId]);
}

/** @returns the last four characters of each token that was live */
async function retireAll(client: ClientBase, request: TokenRequest, overlapHours: OverlapHours) {
  const { tenantId, actor } = request;
  await client.query(
    `UPDATE "ScimToken" SET "validUntil" = NULL
      WHERE "tenantId" = $1 AND "retiredAt" IS NOT NULL AND "validUntil" IS NOT NULL`,
    [tenantId],
  );
  const { rows } = await client.query<{ last4: string }>(
    `UPDATE "ScimToken"
        SET "retiredAt" = now(), "retiredByName" = $2,
            "validUntil" = CASE WHEN $3::int > 0 THEN now() + make_interval(hours => $3::int) END
      WHERE "tenantId" = $1 AND "retiredAt" IS NULL
      RETURNING last4`,
    [tenantId, actor.name, overlapHours],
  );
  return rows.map((row) => row.last4);
}

async function insertToken(client: ClientBase, request: TokenRequest): Promise<IssuedToken> {
  const token = newScimToken();
  const issued = { id: uuidv7(), token, last4: last4(token) };
  const { rows } = await client.query<{ createdAt: Date }>(
    `INSERT INTO "ScimToken" ("tenantId", id, hash, last4, "createdById", "createdByName")
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING "createdAt"`,
    [request.tenantId, issued.id, hashToken(token), issued.last4, request.actor.id, request.actor.name],
  );
  const createdAt = rows[0]?.createdAt;
  if (createdAt === undefined) throw new Error("the token was not stored");
  return { ...issued, createdAt };
}

async function audit(
  client: ClientBase,
  request: TokenRequest,
  action: "scim_token.generated" | "scim_token.regenerated" | "scim_token.retired",
  token: { readonly id: string; readonly last4: string },
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await recordAudit(client, {
    tenantId: request.tenantId,
    actor: request.actor,
    action,
    target: { type: "scim_token", id: token.id, name: `…${token.last4}` },
    after: more,
    ip: request.ip,
  });
}
