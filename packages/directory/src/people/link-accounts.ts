import type { Database } from "@rollcall/db";
import type { PoolClient } from "pg";
import { type ActContext, act, type Outcome } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { hasAdmin } from "../policies/last-admin.ts";
import { matchKey } from "../policies/match-key.ts";
import { linkCandidates } from "./link-candidate.ts";
import { type LockedPerson, lockPerson, personTarget } from "./locked-person.ts";

export type LinkRefusal =
  | "user.not_found"
  /** The account is provisioned already. */
  | "user.already_linked"
  /** The identity provider deleted the person, who comes back through it alone, without role and password. */
  | "user.deprovisioned"
  /** The other person is not one whom the identity provider manages. */
  | "user.not_provisioned"
  /** Linking would leave the local person without a way in. */
  | "user.deactivated"
  /** Another provisioned person has this user name. */
  | "user.username_taken"
  /** The role that the provisioned person was given by hand would take the place of the account's. */
  | "user.last_admin";

export interface Link {
  /** The person who is left: the local account itself, or the provisioned person it was merged into. */
  readonly userId: string;
}

/**
 * Hands a local account to the identity provider: from now on SCIM finds it by user name, external id and id, and
 * updates it. Role, password and teams stay.
 *
 * The identity takes the user name and the external id of the request that was turned away, so that the identity
 * provider's next attempt meets it.
 */
export async function linkToProvisioning(
  db: Database,
  context: ActContext,
  localId: string,
): Promise<Outcome<Link, LinkRefusal>> {
  const { refused } = await linkCandidates(db, context.tenantId, localId);
  return act<Link, LinkRefusal>(db, async ({ client, refuse }) => {
    const { tenantId, actor, ip } = context;
    const local = await lockPerson(client, tenantId, localId);
    if (local === undefined) return refuse("user.not_found");
    if (local.scimState === "deleted") return refuse("user.deprovisioned", { name: local.name });
    if (local.scimState === "live") return refuse("user.already_linked", { name: local.name });
    const userName = refused?.userName ?? local.userName;
    if (await userNameTaken(client, tenantId, localId, userName))
      return refuse("user.username_taken", { userName });
    await client.query(EXPOSE, [
      tenantId,
      localId,
      userName,
      refused?.externalId ?? null,
      matchKey(userName),
    ]);
    await recordAudit(client, {
      tenantId,
      actor,
      ip,
      action: "user.linked",
      target: personTarget(local),
      before: { source: local.source, userName: local.userName },
      after: { source: "scim", userName, externalId: refused?.externalId ?? null },
    });
    return { userId: localId };
  });
}

/** The address stands among `emails`, where SCIM looks for it. */
const EXPOSE = `
  UPDATE "User" SET "source" = 'scim', "scimState" = 'live', "userName" = $3::text, "userNameKey" = $5,
         "externalId" = coalesce($4, "externalId"), "emailKeys" = array_remove(ARRAY["emailKey"], NULL),
         "attributes" = CASE WHEN "attributes" ? 'emails' OR "email" IS NULL THEN "attributes"
           ELSE "attributes" || jsonb_build_object('emails',
             jsonb_build_array(jsonb_build_object('value', "email", 'type', 'work', 'primary', true))) END,
         "version" = "version" + 1, "updatedAt" = now()
  WHERE "tenantId" = $1 AND "id" = $2`;

/** Whether the identity provider made the second person anew under the id that the first one has. */
async function isLeftBehind(
  client: PoolClient,
  tenantId: string,
  formerId: string,
  newerId: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM "User" f JOIN "User" n ON n."tenantId" = f."tenantId" AND n."externalId" = f."externalId"
     WHERE f."tenantId" = $1 AND f."id" = $2 AND n."id" = $3 AND f."id" < n."id"`,
    [tenantId, formerId, newerId],
  );
  return rowCount === 1;
}

/**
 * Makes one person of a local account, or of one that a change of address left behind, and a provisioned person. The
 * provisioned record stays, because the identity provider knows its id; the local account's role, password, sessions and
 * teams go over to it, and the account is gone.
 */
export function mergeIntoProvisioned(
  db: Database,
  context: ActContext,
  localId: string,
  provisionedId: string,
): Promise<Outcome<Link, LinkRefusal>> {
  return act<Link, LinkRefusal>(db, async ({ client, refuse }) => {
    const { tenantId, actor, ip } = context;
    const [local, provisioned] = await lockBoth(client, tenantId, localId, provisionedId);
    if (local === undefined || provisioned === undefined) return refuse("user.not_found");
    if (local.scimState === "deleted") return refuse("user.deprovisioned", { name: local.name });
    if (local.scimState === "live" && !(await isLeftBehind(client, tenantId, localId, provisionedId)))
      return refuse("user.already_linked", { name: local.name });
    if (provisioned.scimState !== "live") return refuse("user.not_provisioned", { name: provisioned.name });
    if (local.active && !provisioned.active) return refuse("user.deactivated", { name: provisioned.name });
    for (const statement of MERGE) await client.query(statement, [tenantId, localId, provisionedId]);
    if (!(await hasAdmin(client, tenantId))) return refuse("user.last_admin");
    await recordAudit(client, {
      tenantId,
      actor,
      ip,
      action: "user.merged",
      target: personTarget(provisioned),
      before: { account: local.userName, role: local.role, provisionedRole: provisioned.role },
      after: { userName: provisioned.userName, role: local.role ?? provisioned.role },
    });
    return { userId: provisionedId };
  });
}

/** In the order that lets nothing fall between: what points at the account moves, then the account goes. */
const MERGE = [
  `UPDATE "User" p SET "role" = coalesce(l."role", p."role"), "passwordHash" = coalesce(l."passwordHash", p."passwordHash"),
          "recovery" = p."recovery" OR l."recovery", "preferences" = l."preferences" || p."preferences",
          "lastSignInAt" = greatest(p."lastSignInAt", l."lastSignInAt"), "version" = p."version" + 1, "updatedAt" = now()
   FROM "User" l WHERE l."tenantId" = $1 AND l."id" = $2 AND p."tenantId" = $1 AND p."id" = $3`,
  `INSERT INTO "Membership" ("tenantId", "teamId", "userId", "channel", "createdAt")
   SELECT "tenantId", "teamId", $3, "channel", "createdAt" FROM "Membership" WHERE "tenantId" = $1 AND "userId" = $2
     AND ("channel" = 'manual' OR EXISTS (SELECT 1 FROM "User" l
          WHERE l."tenantId" = $1 AND l."id" = $2 AND l."scimState" <> 'live'))
   ON CONFLICT DO NOTHING`,
  `UPDATE "Session" SET "userId" = $3 WHERE "tenantId" = $1 AND "userId" = $2`,
  `UPDATE "SignIn" SET "userId" = $3 WHERE "tenantId" = $1 AND "userId" = $2`,
  `DELETE FROM "User" WHERE "tenantId" = $1 AND "id" = $2 AND $3::uuid IS NOT NULL`,
];

/** Locks in the order of the ids, so that two admins who link the same pair cannot deadlock. */
async function lockBoth(
  client: PoolClient,
  tenantId: string,
  first: string,
  second: string,
): Promise<[LockedPerson | undefined, LockedPerson | undefined]> {
  if (first > second) {
    const b = await lockPerson(client, tenantId, second);
    return [await lockPerson(client, tenantId, first), b];
  }
  return [await lockPerson(client, tenantId, first), await lockPerson(client, tenantId, second)];
}

async function userNameTaken(
  client: PoolClient,
  tenantId: string,
  exceptId: string,
  userName: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM "User" WHERE "tenantId" = $1 AND "userNameKey" = $3 AND "scimState" <> 'deleted' AND "id" <> $2`,
    [tenantId, exceptId, matchKey(userName)],
  );
  return rowCount !== null && rowCount > 0;
}
