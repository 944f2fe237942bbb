import type { Deviations } from "../dialects/dialect.ts";
import { dottedKeys } from "../dialects/dotted-keys.ts";
import { invalidSyntax, invalidValue } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import type { GroupsEntry, UserDraft } from "../ports.ts";
import type { Attribute } from "../schema/attribute.ts";
import { type NamedAttribute, resolveName } from "../schema/names.ts";
import { type Schema, USER } from "../schema/resource-type.ts";
import { readGroupsEntries } from "./groups-entries.ts";
import type { Reading } from "./reading.ts";
import { assertRequired } from "./required.ts";
import { describe } from "./scalar.ts";
import { checkSchemas, resolveUrn } from "./schemas.ts";
import { readValue } from "./value.ts";

/**
 * Reads the body of POST or PUT on /Users: names in the schema's spelling, values in its types, readOnly attributes
 * and the password dropped, unknown attributes noted and dropped.
 * @throws Refused `invalidSyntax` or `invalidValue` that names the attribute. RFC 7644 §3.3, RFC 7643 §2 and §4.1.
 */
export function readUserBody(body: JsonObject, deviations: Deviations): UserDraft {
  const reader = new UserBodyReader(deviations);
  for (const key of Object.keys(body)) {
    const value = body[key];
    if (value !== undefined) reader.read(key, value);
  }
  return reader.finish();
}

class UserBodyReader {
  private readonly resource: Record<string, JsonValue> = {};
  private readonly extensions = new Map<string, Record<string, JsonValue>>();
  private readonly seen = new Set<string>();
  private readonly reading: Reading;
  private groups: readonly GroupsEntry[] | undefined;
  private schemas: JsonValue | undefined;

  constructor(deviations: Deviations) {
    this.reading = { deviations, keepNull: false };
  }

  read(key: string, value: JsonValue): void {
    const named = resolveName(USER.names, key);
    if (named && isPlainName(named)) {
      this.readAttribute(named, value);
      return;
    }
    const urn = resolveUrn(USER, key, this.reading.deviations);
    const extension = USER.extensions.find((known) => known.urn === urn);
    if (extension) this.readExtension(extension, value);
    else this.reading.deviations.unknownAttribute(key);
  }

  finish(): UserDraft {
    for (const [urn, attributes] of this.extensions) {
      if (Object.keys(attributes).length > 0) this.resource[urn] = attributes;
    }
    checkSchemas(USER, this.schemas, [...this.extensions.keys()], this.reading.deviations);
    assertRequired(USER.schema.attributes, this.resource, "user.username_missing");
    return { resource: this.resource, ...(this.groups && { groups: this.groups }) };
  }

  private readAttribute(named: NamedAttribute, value: JsonValue): void {
    const { attribute, extension } = named;
    if (attribute.name === "groups") {
      this.groups = readGroupsEntries(value, this.reading.deviations);
      return;
    }
    if (attribute.name === "schemas") {
      this.schemas = value;
      return;
    }
    if (attribute.mutability === "readOnly") return;
    if (extension !== undefined) {
      this.reading.deviations.note(dottedKeys, attribute.name);
      this.assign(this.extensionOf(extension), attribute, value, attribute.name);
    } else this.assign(this.resource, attribute, value, attribute.name);
  }

  private readExtension(extension: Schema, value: JsonValue): void {
    if (value === null) return;
    if (!isJsonObject(value)) {
      throw new Refused(invalidValue(`"${extension.urn}" must be an object, not ${describe(value)}.`));
    }
    const target = this.extensionOf(extension.urn);
    for (const key of Object.keys(value)) {
      const inner = value[key];
      const named = resolveName(USER.names, `${extension.urn}:${key}`);
      if (inner === undefined) continue;
      if (named && !named.sub) this.assign(target, named.attribute, inner, named.attribute.name);
      else this.reading.deviations.unknownAttribute(`${extension.urn}:${key}`);
    }
  }

  private assign(
    target: Record<string, JsonValue>,
    attribute: Attribute,
    raw: JsonValue,
    place: string,
  ): void {
    if (this.seen.has(place)) throw new Refused(invalidSyntax(`"${place}" stands twice in the body.`));
    this.seen.add(place);
    const value = readValue(attribute, raw, place, this.reading);
    if (value !== undefined && attribute.mutability !== "writeOnly") target[attribute.name] = value;
  }

  private extensionOf(urn: string): Record<string, JsonValue> {
    const known = this.extensions.get(urn) ?? {};
    this.extensions.set(urn, known);
    return known;
  }
}

/** A name of a whole attribute that the RFC has: `userName`, or one with its schema's URN before it. */
function isPlainName(named: NamedAttribute): boolean {
  return named.sub === undefined && named.dialect === undefined;
}
