import { type AttributeRef, CORE_USER, ENTERPRISE_USER } from "@rollcall/scim";
import { hasAddressSql } from "../../policies/address-sql.ts";
import { matchKey } from "../../policies/match-key.ts";
import {
  jsonArraySource,
  jsonValueSource,
  locationSql,
  metaSource,
  one,
  type Scope,
  schemasSource,
  text,
  UNASSIGNED,
} from "./common-source.ts";
import { literal, type Source } from "./operand.ts";

/** Where a user's attribute is found: in a column, in `attributes`, or in the memberships. */
export function userSource(ref: AttributeRef, scope: Scope): Source {
  const { row } = scope;
  if (ref.resourceType === "Group") return UNASSIGNED;
  if (ref.extension !== undefined)
    return jsonSource(ref, `(${row}.attributes -> ${literal(ref.extension)})`, scope);
  switch (ref.name) {
    case "id":
      return one({ kind: "id", caseExact: true, sql: `${row}.id` });
    case "userName":
      return one({ ...text(`${row}."userNameKey"`, false), folded: true });
    case "externalId":
      return one(text(`${row}."externalId"`, true));
    case "displayName":
      return one(text(`${row}."displayName"`, false));
    case "active":
      return one({ kind: "boolean", caseExact: true, sql: `${row}.active` });
    case "name":
      return nameSource(row);
    case "meta":
      return metaSource(scope, "User");
    case "schemas":
      return schemasSource(scope, [
        literal(CORE_USER),
        `CASE WHEN ${row}.attributes ? ${literal(ENTERPRISE_USER)} THEN ${literal(ENTERPRISE_USER)} END`,
      ]);
    case "groups":
      return groupsSource(scope);
    case "emails":
      return { ...jsonSource(ref, `${row}.attributes`, scope), indexed: emailIndex(row) };
    default:
      return jsonSource(ref, `${row}.attributes`, scope);
  }
}

function jsonSource(ref: AttributeRef, owner: string, scope: Scope): Source {
  const json = `(${owner} -> ${literal(ref.name)})`;
  return ref.multiValued ? jsonArraySource(scope, json) : jsonValueSource(json, ref);
}

function nameSource(row: string): Source {
  const others = `(${row}.attributes -> 'name')`;
  return {
    assigned: `(${row}."givenName" IS NOT NULL OR ${row}."familyName" IS NOT NULL OR ${others} IS NOT NULL)`,
    operand(sub) {
      if (sub?.name === "givenName" || sub?.name === "familyName") return text(`${row}."${sub.name}"`, false);
      return text(`(${others} ->> ${literal(sub?.name ?? "formatted")})`, false);
    },
  };
}

function emailIndex(row: string): NonNullable<Source["indexed"]> {
  return (sub, placeholder, value) =>
    sub === "value" ? hasAddressSql(row, `${placeholder(matchKey(value))}::text`) : undefined;
}

/** The teams that SCIM can see the user in. RFC 7643 §4.1.2 */
function groupsSource(scope: Scope): Source {
  const { row } = scope;
  const [member, team] = [scope.alias(), scope.alias()];
  return {
    rows: `"Membership" ${member} JOIN "Team" ${team}
             ON ${team}."tenantId" = ${member}."tenantId" AND ${team}.id = ${member}."teamId" AND ${team}.source = 'scim'
           WHERE ${member}."tenantId" = ${row}."tenantId" AND ${member}."userId" = ${row}.id`,
    preferred: `${team}.id`,
    assigned: "true",
    operand(sub) {
      switch (sub?.name) {
        case "display":
          return text(`${team}."displayName"`, false);
        case "type":
          return text("'direct'", false);
        case "$ref":
          return text(locationSql(scope, "/Groups/", `${team}.id`), true);
        default:
          return { kind: "id", caseExact: true, sql: `${team}.id` };
      }
    },
  };
}
