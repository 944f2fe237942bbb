import { createHash, randomBytes } from "node:crypto";
import type { Database } from "@rollcall/db";
import type { ClientBase } from "pg";
import { z } from "zod";

/** How long a person may take at the identity provider. */
const MINUTES = 15;

const Outcome = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), userId: z.string(), signInId: z.string() }),
  z.object({ ok: z.literal(false), signInId: z.string() }),
]);
export type SsoOutcome = z.infer<typeof Outcome>;

const Secret = z.object({
  /** SHA-256 of the cookie of the browser that started. */
  binding: z.string(),
  nonce: z.string().optional(),
  codeVerifier: z.string().optional(),
  /** Set when the identity provider has answered. */
  outcome: Outcome.optional(),
});

/** A sign-in on its way to the identity provider and back. */
export interface SsoRequest {
  readonly id: string;
  readonly test: boolean;
  readonly returnTo: string | null;
  readonly secret: z.infer<typeof Secret>;
}

export interface NewRequest {
  readonly tenantId: string;
  /** Value of the cookie that ties the request to the browser. */
  readonly browser: string;
  readonly test: boolean;
  readonly returnTo: string;
  readonly nonce?: string;
  readonly codeVerifier?: string;
}

/** An id that XML accepts as an ID: it begins with no digit. */
export function newSsoRequestId(): string {
  return `_${randomBytes(20).toString("hex")}`;
}

const REQUEST_ID = /^_[0-9a-f]{40}$/;

/** Remembers a request where every replica finds it, and forgets those that nobody came back from. */
export async function saveSsoRequest(db: Database, id: string, request: NewRequest): Promise<void> {
  const { tenantId, browser, test, returnTo, nonce, codeVerifier } = request;
  const secret = { binding: browserHash(browser), nonce, codeVerifier };
  await db.pool.query(`DELETE FROM "SsoRequest" WHERE "tenantId" = $1 AND "expiresAt" < now()`, [tenantId]);
  await db.pool.query(
    `INSERT INTO "SsoRequest" ("tenantId", id, test, "returnTo", secret, "expiresAt")
     VALUES ($1, $2, $3, $4, $5, now() + make_interval(mins => $6))`,
    [tenantId, id, test, returnTo, JSON.stringify(secret), MINUTES],
  );
}

/** A request that is not too old; locked until the end of the transaction. */
export async function findSsoRequest(
  client: ClientBase,
  tenantId: string,
  id: string,
): Promise<SsoRequest | null> {
  if (!REQUEST_ID.test(id)) return null;
  const { rows } = await client.query<{ test: boolean; returnTo: string | null; secret: unknown }>(
    `SELECT test, "returnTo", secret FROM "SsoRequest"
      WHERE "tenantId" = $1 AND id = $2 AND "expiresAt" > now() FOR UPDATE`,
    [tenantId, id],
  );
  const [row] = rows;
  return row === undefined ? null : { id, ...row, secret: Secret.parse(row.secret) };
}

/** Notes what the identity provider's answer came to, for the browser that asked. */
export async function answerSsoRequest(
  client: ClientBase,
  tenantId: string,
  request: SsoRequest,
  outcome: SsoOutcome,
): Promise<void> {
  const secret = { ...request.secret, outcome };
  await client.query(`UPDATE "SsoRequest" SET secret = $3 WHERE "tenantId" = $1 AND id = $2`, [
    tenantId,
    request.id,
    JSON.stringify(secret),
  ]);
}

/** Forgets a request: its outcome is handed out once. */
export async function deleteSsoRequest(client: ClientBase, tenantId: string, id: string): Promise<void> {
  await client.query(`DELETE FROM "SsoRequest" WHERE "tenantId" = $1 AND id = $2`, [tenantId, id]);
}

/** Whether the request was made by the browser with this cookie. */
export function startedBy(request: SsoRequest, browser: string | undefined): boolean {
  return browser !== undefined && request.secret.binding === browserHash(browser);
}

function browserHash(value: string): string {
  return createHash("sha256").update(value).digest("base64url");
}
