import { type Filter, isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "@rollcall/scim";

/** Who or what an event is about, as people read it, and every identifier by which they may look for it. */
export interface Subject {
  readonly subject?: string | undefined;
  readonly subjectKeys: readonly string[];
}

const MAX_MEMBERS = 40;

/** From a user in canonical form. */
export function userSubject(resource: JsonObject, id?: string): Subject {
  const subject = text(resource.displayName) ?? fullName(resource.name) ?? text(resource.userName);
  const keys = [text(resource.userName), text(resource.externalId), id, ...values(resource.emails)];
  return { subject, subjectKeys: keys.filter((key) => key !== undefined) };
}

/** From a body as it was received, which may be anything: for requests that were turned away before they were understood. */
export function bodySubject(body: JsonValue | undefined, id?: string): Subject {
  const fields = lowerCased(body);
  const userName = text(fields.username);
  const displayName = text(fields.displayname);
  const emails = values(fields.emails);
  const subject = displayName ?? fullName(fields.name) ?? userName ?? emails[0];
  const keys = [id, userName, text(fields.externalid), ...emails];
  // A displayName identifies a group; a user has better.
  if (userName === undefined) keys.push(displayName);
  return { subject, subjectKeys: keys.filter((key) => key !== undefined) };
}

/** From a filter: the values it compares for equality. */
export function filterSubject(filter: Filter | undefined): Subject {
  const subjectKeys = filter === undefined ? [] : equalValues(filter);
  return { subject: subjectKeys[0], subjectKeys };
}

/** Ids of members that a group request names, as far as an event can hold them. */
export function memberKeys(ids: Iterable<string>): readonly string[] {
  return [...new Set(ids)].slice(0, MAX_MEMBERS);
}

function equalValues(filter: Filter): readonly string[] {
  switch (filter.kind) {
    case "compare":
      return filter.operator === "eq" && typeof filter.value === "string" ? [filter.value] : [];
    case "and":
    case "or":
      return filter.terms.flatMap(equalValues);
    case "element":
      return equalValues(filter.filter);
    default:
      return [];
  }
}

function fullName(name: JsonValue | undefined): string | undefined {
  if (!isJsonObject(name)) return undefined;
  const parts = [text(name.givenName), text(name.familyName)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(" ") : text(name.formatted);
}

/** The values of a multi-valued attribute, also where a client sends one object or bare strings. */
function values(attribute: JsonValue | undefined): string[] {
  const elements = isJsonArray(attribute) ? attribute : attribute === undefined ? [] : [attribute];
  return elements.flatMap((element) => text(isJsonObject(element) ? element.value : element) ?? []);
}

function lowerCased(body: JsonValue | undefined): JsonObject {
  if (!isJsonObject(body)) return {};
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]));
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
