import { createHash, randomBytes } from "node:crypto";
import { type Database, uuidv7 } from "@rollcall/db";
import type { ClientBase } from "pg";
import { addressKey } from "../accounts/address-key.ts";
import type { TenantRole } from "../accounts/effective-role.ts";
import { type ActContext, act, type Outcome } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { hasAddressSql } from "../policies/address-sql.ts";

export const INVITE_DAYS = 7;

export interface NewInvite {
  readonly email: string;
  readonly role: TenantRole;
}

export interface CreatedInvite {
  readonly id: string;
  readonly email: string;
  /** 256 random bits, base64url. Only its hash is kept: this is the one time that it can be read. */
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * Invites a person, good for seven days and one use. An invite of the same address that is still open is revoked by it.
 *
 * @param afterwards work of the same transaction, such as asking for a mail.
 */
export function createInvite(
  db: Database,
  context: ActContext,
  invite: NewInvite,
  afterwards: (client: ClientBase, created: CreatedInvite) => Promise<void> = async () => {},
): Promise<Outcome<CreatedInvite, "invite.person_exists">> {
  return act<CreatedInvite, "invite.person_exists">(db, async ({ client, refuse }) => {
    const { tenantId, actor } = context;
    const email = invite.email.trim();
    const key = addressKey(email);
    if (await personExists(client, tenantId, key)) return refuse("invite.person_exists");
    await client.query(
      `UPDATE "Invite" SET "revokedAt" = now()
        WHERE "tenantId" = $1 AND "emailKey" = $2 AND "acceptedAt" IS NULL AND "revokedAt" IS NULL`,
      [tenantId, key],
    );
    const [id, token] = [uuidv7(), randomBytes(32).toString("base64url")];
    const { rows } = await client.query<{ expiresAt: Date }>(
      `INSERT INTO "Invite" ("tenantId", id, email, "emailKey", role, "tokenHash", "createdByName", "expiresAt")
       VALUES ($1, $2, $3, $4, $5::"Role", $6, $7, now() + make_interval(days => $8)) RETURNING "expiresAt"`,
      [tenantId, id, email, key, invite.role, inviteHash(token), actor.name, INVITE_DAYS],
    );
    const created = { id, email, token, expiresAt: rows[0]?.expiresAt ?? new Date() };
    await recordAudit(client, {
      ...context,
      action: "invite.created",
      target: { type: "invite", id, name: email },
      after: { email, role: invite.role },
    });
    await afterwards(client, created);
    return created;
  });
}

/** Whether someone already answers to the address. Whom the identity provider deleted does not count. */
export async function personExists(client: ClientBase, tenantId: string, key: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM "User" u WHERE u."tenantId" = $1 AND u."scimState" <> 'deleted'
        AND (u."userNameKey" = $2 OR ${hasAddressSql("u", "$2")}) LIMIT 1`,
    [tenantId, key],
  );
  return rowCount !== 0;
}

/** SHA-256 of an invite's token: what is stored and looked up. The token has 256 bits, so no salt and no stretching. */
export function inviteHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
