import { type AttributeRef, CORE_GROUP } from "@rollcall/scim";
import {
  locationSql,
  metaSource,
  one,
  type Scope,
  schemasSource,
  text,
  UNASSIGNED,
} from "./common-source.ts";
import { literal, type Operand, type PartRef, type Source } from "./operand.ts";

/** Where a group's attribute is found. */
export function groupSource(ref: AttributeRef, scope: Scope): Source {
  const { row } = scope;
  if (ref.resourceType === "User") return UNASSIGNED;
  switch (ref.name) {
    case "id":
      return one({ kind: "id", caseExact: true, sql: `${row}.id` });
    case "displayName":
      return one({ ...text(`${row}."displayNameKey"`, false), folded: true });
    case "externalId":
      return one(text(`${row}."externalId"`, true));
    case "meta":
      return metaSource(scope, "Group");
    case "schemas":
      return schemasSource(scope, [literal(CORE_GROUP)]);
    case "members":
      return membersSource(scope);
    default:
      return UNASSIGNED;
  }
}

/** The members of a group that SCIM can see. RFC 7643 §4.2 */
function membersSource(scope: Scope): Source {
  const { row } = scope;
  const [member, user] = [scope.alias(), scope.alias()];
  return {
    rows: `"Membership" ${member} JOIN "User" ${user}
             ON ${user}."tenantId" = ${member}."tenantId" AND ${user}.id = ${member}."userId" AND ${user}."scimState" = 'live'
           WHERE ${member}."tenantId" = ${row}."tenantId" AND ${member}."teamId" = ${row}.id`,
    preferred: `${user}.id`,
    assigned: "true",
    operand: (sub) => memberOperand(sub, user, scope),
  };
}

/** A sub-attribute of a member. @param user alias of the member's `"User"` row */
export function memberOperand(sub: PartRef | undefined, user: string, scope: Scope): Operand {
  switch (sub?.name) {
    case "display":
      return text(`COALESCE(${user}."displayName", ${user}."userName")`, false);
    case "type":
      return text("'User'", false);
    case "$ref":
      return text(locationSql(scope, "/Users/", `${user}.id`), true);
    default:
      return { kind: "id", caseExact: true, sql: `${user}.id` };
  }
}
