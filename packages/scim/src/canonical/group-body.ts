import type { Deviations } from "../dialects/dialect.ts";
import { invalidSyntax } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import { resolveName } from "../schema/names.ts";
import { GROUP } from "../schema/resource-type.ts";
import { readMemberIds } from "./member-ids.ts";
import { assertRequired } from "./required.ts";
import { checkSchemas } from "./schemas.ts";
import { readValue } from "./value.ts";

/** What the body of a group says. */
export interface GroupBody {
  readonly displayName: string;
  readonly externalId?: string;
  /** Absent when the body has no `members`. */
  readonly members?: readonly string[];
}

/**
 * Reads the body of POST or PUT on /Groups.
 * @throws Refused `invalidSyntax` or `invalidValue` that names the attribute. RFC 7644 §3.3, RFC 7643 §4.2.
 */
export function readGroupBody(body: JsonObject, deviations: Deviations): GroupBody {
  const texts = new Map<string, JsonValue>();
  let members: readonly string[] | undefined;
  let schemas: JsonValue | undefined;
  const seen = new Set<string>();
  for (const key of Object.keys(body)) {
    const value = body[key];
    const named = resolveName(GROUP.names, key);
    if (value === undefined) continue;
    if (!named || named.sub || named.dialect) {
      deviations.unknownAttribute(key);
      continue;
    }
    const { attribute } = named;
    if (attribute.mutability === "readOnly") continue;
    if (seen.has(attribute.name))
      throw new Refused(invalidSyntax(`"${attribute.name}" stands twice in the body.`));
    seen.add(attribute.name);
    if (attribute.name === "schemas") schemas = value;
    else if (attribute.name === "members") members = readMemberIds(value, "members", deviations);
    else {
      const text = readValue(attribute, value, attribute.name, { deviations, keepNull: false });
      if (text !== undefined) texts.set(attribute.name, text);
    }
  }
  checkSchemas(GROUP, schemas, [], deviations);
  assertRequired(GROUP.schema.attributes, Object.fromEntries(texts), "group.name_missing");
  const externalId = texts.get("externalId");
  return {
    displayName: String(texts.get("displayName")),
    ...(typeof externalId === "string" && { externalId }),
    ...(members && { members }),
  };
}
