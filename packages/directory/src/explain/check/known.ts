import type { Queryable } from "@rollcall/db";
import type { JsonObject } from "@rollcall/scim";
import { PERSON_NAME } from "../../people/person-sql.ts";
import { groupName, NAMED_TEAMS, type NamedTeam } from "../../provisioning/group-name.ts";
import { idOrNull } from "../../provisioning/ids.ts";
import { prepareUser } from "../../provisioning/prepare-user.ts";
import { type UserRow, userColumns, userResource } from "../../provisioning/user-row.ts";
import { resourceAddress } from "../address.ts";
import type { ReasonCode } from "../reason.ts";
import type { Known } from "./check.ts";
import type { Observed } from "./observe.ts";

const PERSON = `
  SELECT ${userColumns("u")}, ${PERSON_NAME} AS label
    FROM "User" u WHERE u."tenantId" = $1 AND u.id = $2`;

/** A person as it is now, with the resource that SCIM would show of it. */
export async function readKnownPerson(
  to: Queryable,
  tenantId: string,
  id: string,
): Promise<{ readonly known: Known; readonly resource: JsonObject } | null> {
  const { rows } = await to.query<UserRow & { label: string }>(PERSON, [tenantId, idOrNull(id)]);
  const row = rows[0];
  return row ? { known: person(row), resource: userResource(row) } : null;
}

/** A team as it is now. */
export async function readKnownTeam(to: Queryable, tenantId: string, id: string): Promise<Known | null> {
  const sql = `SELECT id, "displayName" AS label FROM "Team" WHERE "tenantId" = $1 AND id = $2`;
  const { rows } = await to.query<{ id: string; label: string }>(sql, [tenantId, idOrNull(id)]);
  return rows[0] ? team(rows[0]) : null;
}

/** The account or the team for whose sake a payload would be refused. */
export async function standingInTheWay(
  to: Queryable,
  tenantId: string,
  code: ReasonCode,
  ownId: string | null,
  { user, group }: Observed,
): Promise<Known | null> {
  switch (code) {
    case "user.username_taken":
    case "user.local_conflict":
      return user ? rival(to, tenantId, code, ownId, user) : null;
    case "group.name_taken":
    case "group.manual_clash":
      return group?.displayName ? namesake(to, tenantId, code, ownId, group.displayName) : null;
    default:
      return null;
  }
}

const RIVALS = `
  SELECT u.id, ${PERSON_NAME} AS label FROM "User" u
   WHERE u."tenantId" = $1 AND u.id IS DISTINCT FROM $2 AND u."scimState" = $3
     AND (u."userNameKey" = $4 OR (u."scimState" = 'none' AND u."emailKey" = $5))
   ORDER BY (u."userNameKey" = $4) DESC, u.id LIMIT 1`;

async function rival(
  to: Queryable,
  tenantId: string,
  code: "user.username_taken" | "user.local_conflict",
  ownId: string | null,
  user: JsonObject,
): Promise<Known | null> {
  const prepared = prepareUser(user);
  if (!prepared.ok) return null;
  const { userNameKey, emailKey } = prepared.value.columns;
  const state = code === "user.local_conflict" ? "none" : "live";
  const values = [tenantId, idOrNull(ownId ?? ""), state, userNameKey, emailKey];
  const { rows } = await to.query<{ id: string; label: string }>(RIVALS, values);
  return rows[0] ? person(rows[0]) : null;
}

async function namesake(
  to: Queryable,
  tenantId: string,
  code: "group.name_taken" | "group.manual_clash",
  ownId: string | null,
  displayName: string,
): Promise<Known | null> {
  const name = groupName(displayName, false);
  if (!name.ok) return null;
  const values = [tenantId, [name.value.displayNameKey], [name.value.name.toLowerCase()]];
  const { rows } = await to.query<NamedTeam>(NAMED_TEAMS, values);
  const source = code === "group.manual_clash" ? "manual" : "scim";
  const found = rows.find((row) => row.id !== ownId && row.source === source);
  return found ? team({ id: found.id, label: found.displayName }) : null;
}

function person({ id, label }: { readonly id: string; readonly label: string }): Known {
  return { id, label, href: resourceAddress("person", id) };
}

function team({ id, label }: { readonly id: string; readonly label: string }): Known {
  return { id, label, href: resourceAddress("team", id) };
}
