import { type Database, transaction, uuidv7 } from "@rollcall/db";
import { createTenant } from "@rollcall/directory/accounts/create-tenant";
import { startSession } from "@rollcall/directory/accounts/sessions";
import { createInvite } from "@rollcall/directory/invites/create-invite";
import { generateToken } from "@rollcall/directory/tokens/issue-token";
import { sealSession, sessionCookie } from "../session-cookie.ts";

/** Ids of one row of each kind, by kind. */
export type Ids = Readonly<
  Record<"user" | "team" | "event" | "session" | "signIn" | "invite" | "audit", string>
>;

export interface PopulatedTenant {
  readonly tenantId: string;
  readonly slug: string;
  readonly token: string;
  readonly ids: Ids;
  readonly adminCookie: string;
  readonly memberCookie: string;
}

/** A tenant with something of everything, each thing named after `marker`. */
export async function populatedTenant(db: Database, marker: string): Promise<PopulatedTenant> {
  const created = await createTenant(db, {
    organization: marker,
    name: `${marker} admin`,
    email: `admin@${marker}.test`,
    password: "seven quiet otters paddle",
  });
  if (!created.ok) throw new Error(created.error.code);
  const { tenantId, slug, userId } = created.value;
  const context = { tenantId, actor: { id: userId, name: `${marker} admin` } };
  const issued = await generateToken(db, context);
  if (issued === undefined) throw new Error("no token");
  await db.pool.query(`UPDATE "Connection" SET enabled = true WHERE "tenantId" = $1`, [tenantId]);
  const invite = await createInvite(db, context, { email: `invited@${marker}.test`, role: "member" });
  if (!invite.ok) throw new Error(invite.refusal.code);
  const rows = await insertRows(db, tenantId, marker);
  const [admin, member] = [await session(db, tenantId, userId), await session(db, tenantId, rows.user)];
  const { id: audit } = await db.prisma.auditEntry.findFirstOrThrow({ where: { tenantId } });
  return {
    tenantId,
    slug,
    token: issued.token,
    ids: { ...rows, session: member.id, invite: invite.value.id, audit },
    adminCookie: admin.cookie,
    memberCookie: member.cookie,
  };
}

async function insertRows(db: Database, tenantId: string, marker: string) {
  const ids = { user: uuidv7(), team: uuidv7(), event: uuidv7(), signIn: uuidv7() };
  const run = (text: string, values: unknown[]) => db.pool.query(text, [tenantId, ...values]);
  await run(
    `INSERT INTO "User" ("tenantId", id, "userName", "userNameKey", "displayName", email, "emailKey", "emailKeys", "scimState")
     VALUES ($1, $2, $3, $3, $4, $3, $3, ARRAY[$3], 'live')`,
    [ids.user, `member@${marker}.test`, `${marker} member`],
  );
  await run(
    `INSERT INTO "Team" ("tenantId", id, "displayName", "displayNameKey", name) VALUES ($1, $2, $3, $3, $3)`,
    [ids.team, `${marker}-team`],
  );
  await run(
    `INSERT INTO "Membership" ("tenantId", "teamId", "userId", channel) VALUES ($1, $2, $3, 'group')`,
    [ids.team, ids.user],
  );
  await run(
    `INSERT INTO "ProvisioningEvent" ("tenantId", id, "requestId", method, path, operation, subject, outcome, status)
     VALUES ($1, $2, 'req', 'POST', '/Users', 'user.create', $3, 'rejected', 400)`,
    [ids.event, `${marker} subject`],
  );
  await run(
    `INSERT INTO "SignIn" ("tenantId", id, method, result, "nameId") VALUES ($1, $2, 'saml', 'refused', $3)`,
    [ids.signIn, `${marker}-name`],
  );
  return ids;
}

async function session(db: Database, tenantId: string, userId: string) {
  const id = await transaction(db, (client) =>
    startSession(client, { tenantId, userId, method: "password" }),
  );
  return { id, cookie: await cookieOf({ sid: id, tid: tenantId }) };
}

/** The cookie of a session reference, sealed as the product seals it. */
export async function cookieOf(token: { sid: string; tid: string }): Promise<string> {
  return `${sessionCookie(new Headers({ host: "localhost:3000" })).name}=${await sealSession(token)}`;
}

/** A digest of every row of a tenant, by table. */
export async function fingerprint(db: Database, tenantId: string): Promise<Record<string, string>> {
  const { rows } = await db.pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'tenantId' ORDER BY 1`,
  );
  const digests = rows.map(async ({ name }) => {
    const found = await db.pool.query<{ digest: string }>(
      `SELECT md5(COALESCE(string_agg(r::text, '|' ORDER BY r::text), '')) AS digest FROM "${name}" r WHERE "tenantId" = $1`,
      [tenantId],
    );
    return [name, found.rows[0]?.digest ?? ""] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}
