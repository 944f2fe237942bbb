import type { Deviations } from "../dialects/dialect.ts";
import { LEGACY_URNS, legacyUrns } from "../dialects/legacy-urns.ts";
import { MICROSOFT_GROUP, microsoftGroupUrn } from "../dialects/microsoft-group-urn.ts";
import { missingSchemas } from "../dialects/missing-schemas.ts";
import { invalidSyntax, invalidValue } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import { isJsonArray, type JsonValue } from "../json.ts";
import { RESOURCE_TYPES, type ResourceType } from "../schema/resource-type.ts";

interface KnownUrn {
  readonly urn: string;
  readonly legacy: boolean;
}

/** The URNs of each resource type's schemas, lower-cased, with those they had before the RFC. */
const KNOWN = new Map(RESOURCE_TYPES.map((type) => [type.name, knownUrns(type)]));

/** Finds which schema of the resource type a URN names, whatever its case. */
export function resolveUrn(type: ResourceType, urn: string, deviations: Deviations): string | undefined {
  const known = KNOWN.get(type.name)?.get(urn.toLowerCase());
  if (known?.legacy) deviations.note(legacyUrns, urn);
  return known?.urn;
}

/**
 * Reads `schemas`: which of the resource type's schemas the body declares.
 * @param used the extensions whose attributes the body has
 * @throws Refused `invalidSyntax` when it is no list of text. RFC 7643 §3.
 */
export function checkSchemas(
  type: ResourceType,
  value: JsonValue | undefined,
  used: readonly string[],
  deviations: Deviations,
): void {
  if (value === undefined || value === null) {
    deviations.note(missingSchemas);
    return;
  }
  const declared = new Set<string>();
  for (const urn of isJsonArray(value) ? value : [value]) {
    if (typeof urn !== "string") throw new Refused(invalidSyntax('"schemas" must be a list of schema URNs.'));
    const resolved = resolveUrn(type, urn, deviations);
    if (resolved !== undefined) declared.add(resolved);
    else if (urn.toLowerCase() === MICROSOFT_GROUP && type.name === "Group")
      deviations.note(microsoftGroupUrn);
    else deviations.unknownSchema(urn);
  }
  for (const urn of [type.schema.urn, ...used]) {
    if (!declared.has(urn)) deviations.note(missingSchemas, urn, undeclared(urn));
  }
}

function undeclared(urn: string) {
  return invalidValue(`"schemas" does not name "${urn}", whose attributes the body has.`);
}

function knownUrns(type: ResourceType): ReadonlyMap<string, KnownUrn> {
  const known = new Map<string, KnownUrn>();
  for (const { urn } of [type.schema, ...type.extensions]) {
    known.set(urn.toLowerCase(), { urn, legacy: false });
    for (const legacy of LEGACY_URNS[urn] ?? []) known.set(legacy, { urn, legacy: true });
  }
  return known;
}
