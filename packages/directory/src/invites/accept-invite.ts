import { type Database, transaction, uuidv7 } from "@rollcall/db";
import type { ClientBase } from "pg";
import { addressKey } from "../accounts/address-key.ts";
import type { TenantRole } from "../accounts/effective-role.ts";
import { hashPassword } from "../accounts/password-hash.ts";
import { type PasswordFault, passwordFault } from "../accounts/password-policy.ts";
import { startSession } from "../accounts/sessions.ts";
import type { Caller } from "../accounts/setup.ts";
import { clientKey, countAttempt } from "../accounts/throttle.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { isUniqueViolation } from "../provisioning/refusal.ts";
import { inviteHash, personExists } from "./create-invite.ts";

/** What an invite's link may be told before it is used. */
export interface InviteView {
  readonly email: string;
  readonly organization: string;
  readonly slug: string;
  /** SSO is required: no password is asked for. */
  readonly ssoRequired: boolean;
}

export type InviteRefusal =
  /** Unknown, used, revoked and expired look the same. */
  | { readonly code: "invite.not_valid" | "invite.person_exists" | "invite.password_missing" }
  | { readonly code: "invite.throttled"; readonly until: Date }
  | { readonly code: "password.unfit"; readonly fault: PasswordFault };

interface Row extends InviteView {
  tenantId: string;
  id: string;
  role: TenantRole;
}

const FIND = `
  SELECT i."tenantId", i.id, i.email, i.role, t.name AS organization, t.slug,
         COALESCE(c.enabled AND c.enforced, false) AS "ssoRequired"
    FROM "Invite" i JOIN "Tenant" t ON t.id = i."tenantId" LEFT JOIN "SsoConfig" c ON c."tenantId" = i."tenantId"
   WHERE i."tokenHash" = $1 AND i."acceptedAt" IS NULL AND i."revokedAt" IS NULL AND i."expiresAt" > now()`;

/** Reads what a link is good for. Guesses are throttled by address. */
export async function readInvite(
  db: Database,
  token: string,
  caller: Caller,
): Promise<{ ok: true; value: InviteView } | { ok: false; error: InviteRefusal }> {
  const found = await findInvite(db, token, caller);
  if (!found.ok) return found;
  const { email, organization, slug, ssoRequired } = found.value;
  return { ok: true, value: { email, organization, slug, ssoRequired } };
}

export interface Acceptance {
  readonly token: string;
  readonly name: string;
  /** Not asked for where SSO is required. */
  readonly password?: string | undefined;
}

export interface Accepted {
  readonly tenantId: string;
  readonly slug: string;
  /** null where the person has to sign in through the identity provider now. */
  readonly sessionId: string | null;
}

/** Turns an invite into a person, once: of two who use the link at the same time one gets in. */
export async function acceptInvite(
  db: Database,
  acceptance: Acceptance,
  caller: Caller,
): Promise<{ ok: true; value: Accepted } | { ok: false; error: InviteRefusal }> {
  const found = await findInvite(db, acceptance.token, caller);
  if (!found.ok) return found;
  const invite = found.value;
  const checked = await checkPassword(invite, acceptance);
  if (!checked.ok) return checked;
  return transaction<{ ok: true; value: Accepted } | { ok: false; error: InviteRefusal }>(
    db,
    async (client) => {
      if (await personExists(client, invite.tenantId, addressKey(invite.email))) {
        return { ok: false, error: { code: "invite.person_exists" } };
      }
      const { rowCount } = await client.query(
        `UPDATE "Invite" SET "acceptedAt" = now()
        WHERE "tenantId" = $1 AND id = $2 AND "acceptedAt" IS NULL AND "revokedAt" IS NULL AND "expiresAt" > now()`,
        [invite.tenantId, invite.id],
      );
      if (rowCount === 0) return { ok: false, error: { code: "invite.not_valid" } };
      const userId = await insertPerson(client, invite, acceptance.name, checked.hash);
      const start = { tenantId: invite.tenantId, userId, method: "password", ...caller } as const;
      const sessionId = checked.hash === null ? null : await startSession(client, start);
      return { ok: true, value: { tenantId: invite.tenantId, slug: invite.slug, sessionId } };
    },
  ).catch((error: unknown) => {
    // The identity provider pushed the same person meanwhile.
    if (isUniqueViolation(error)) return { ok: false, error: { code: "invite.person_exists" } };
    throw error;
  });
}

async function findInvite(
  db: Database,
  token: string,
  caller: Caller,
): Promise<{ ok: true; value: Row } | { ok: false; error: InviteRefusal }> {
  const until = await countAttempt(db, [clientKey("invite", caller.ip)]);
  if (until !== null) return { ok: false, error: { code: "invite.throttled", until } };
  const { rows } = await db.pool.query<Row>(FIND, [inviteHash(token)]);
  const [row] = rows;
  return row === undefined ? { ok: false, error: { code: "invite.not_valid" } } : { ok: true, value: row };
}

async function checkPassword(
  invite: Row,
  { name, password }: Acceptance,
): Promise<{ ok: true; hash: string | null } | { ok: false; error: InviteRefusal }> {
  if (invite.ssoRequired) return { ok: true, hash: null };
  if (password === undefined) return { ok: false, error: { code: "invite.password_missing" } };
  const fault = passwordFault(password, [name, invite.email, invite.organization]);
  if (fault !== null) return { ok: false, error: { code: "password.unfit", fault } };
  return { ok: true, hash: await hashPassword(password) };
}

async function insertPerson(
  client: ClientBase,
  invite: Row,
  name: string,
  passwordHash: string | null,
): Promise<string> {
  const id = uuidv7();
  const key = addressKey(invite.email);
  const role = invite.role === "admin" ? "admin" : null;
  await client.query(
    `INSERT INTO "User" ("tenantId", id, "userName", "userNameKey", "displayName", email, "emailKey", "emailKeys",
                         source, role, "passwordHash")
     VALUES ($1, $2, $3, $4, $5, $3, $4, ARRAY[$4], 'local', $6::"Role", $7)`,
    [invite.tenantId, id, invite.email, key, name, role, passwordHash],
  );
  await recordAudit(client, {
    tenantId: invite.tenantId,
    actor: { id, name },
    action: "invite.accepted",
    target: { type: "user", id, name },
    after: { email: invite.email, role: invite.role },
  });
  return id;
}
