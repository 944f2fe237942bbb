import { invalidParameter } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import type { MemberField } from "../ports.ts";
import type { QueryParameters } from "../query/parameters.ts";
import { type Names, resolveName } from "../schema/names.ts";
import { ENTERPRISE_USER } from "../schema/urns.ts";

/** The attributes that a reply always has. RFC 7643 §3.1, `returned: always`. */
const ALWAYS: ReadonlySet<string> = new Set(["schemas", "id"]);

/** The longest list of names, in code units. All names of all schemas together are shorter. */
const MAX_LIST = 16_384;

const EXTENSIONS: readonly string[] = [ENTERPRISE_USER];

/** A set of attributes: each whole, or some of its sub-attributes. Extensions stand under their URN. */
type Selection = ReadonlyMap<string, Part>;
type Part = "whole" | Selection;

/** Which attributes a reply has. RFC 7644 §3.4.2.5 and §3.9. */
export interface Projection {
  readonly only?: Selection;
  readonly without?: Selection;
}

/** The projection that leaves every resource as it is. */
export const EVERYTHING: Projection = {};

/**
 * Reads `attributes` and `excludedAttributes`. Names that no schema has select nothing.
 * @throws Refused `invalidValue` when a list is too long
 */
export function readProjection(parameters: QueryParameters, names: Names): Projection {
  const { attributes, excludedAttributes } = parameters;
  if (attributes === undefined && excludedAttributes === undefined) return EVERYTHING;
  return {
    ...(attributes !== undefined && { only: select("attributes", attributes, names) }),
    ...(excludedAttributes !== undefined && {
      without: select("excludedAttributes", excludedAttributes, names),
    }),
  };
}

/** Gives a resource with the attributes of the projection. */
export function project(resource: JsonObject, projection: Projection): JsonObject {
  const { only, without } = projection;
  const kept = only ? keep(resource, only, ALWAYS) : resource;
  return without ? drop(kept, without, ALWAYS) : kept;
}

const MEMBER_FIELDS: readonly MemberField[] = ["value", "$ref", "display", "type"];
const BY_DEFAULT = MEMBER_FIELDS.filter((field) => field !== "display");

/**
 * The parts of `members` that a projected group needs; none when it has no members. `display` is there for who names
 * it, alone or with the whole of `members`: `returned` is `request`.
 */
export function neededMemberFields({ only, without }: Projection): readonly MemberField[] {
  const asked = only ? MEMBER_FIELDS.filter((field) => has(only, field)) : BY_DEFAULT;
  return without ? asked.filter((field) => !has(without, field)) : asked;
}

/** Whether a group's own attribute is in the projection. */
export function includes(projection: Projection, name: string): boolean {
  const { only, without } = projection;
  if (ALWAYS.has(name)) return true;
  return (!only || only.has(name)) && without?.get(name) !== "whole";
}

function has(selection: Selection, field: MemberField): boolean {
  const members = selection.get("members");
  return members === "whole" || (members?.has(field) ?? false);
}

function select(parameter: string, list: string, names: Names): Selection {
  if (list.length > MAX_LIST) {
    throw new Refused(invalidParameter(`"${parameter}" is longer than ${MAX_LIST} characters.`));
  }
  const selection = new Map<string, Part>();
  for (const entry of list.split(",")) {
    const name = entry.trim();
    const extension = EXTENSIONS.find((urn) => urn.toLowerCase() === name.toLowerCase());
    if (extension !== undefined) selection.set(extension, "whole");
    const named = resolveName(names, name);
    if (!named) continue;
    const path = [named.attribute.name, ...(named.sub ? [named.sub.name] : [])];
    add(selection, named.extension === undefined ? path : [named.extension, ...path]);
  }
  return selection;
}

function add(selection: Map<string, Part>, path: readonly string[]): void {
  const [name, ...rest] = path;
  if (name === undefined || selection.get(name) === "whole") return;
  if (rest.length === 0) {
    selection.set(name, "whole");
    return;
  }
  const present = selection.get(name);
  const inner = new Map(present === undefined || present === "whole" ? [] : present);
  add(inner, rest);
  selection.set(name, inner);
}

function keep(object: JsonObject, selection: Selection, always: ReadonlySet<string>): JsonObject {
  const kept: Record<string, JsonValue> = {};
  for (const name of Object.keys(object)) {
    const value = object[name];
    const part = always.has(name) ? "whole" : selection.get(name);
    if (value === undefined || part === undefined) continue;
    const narrowed = part === "whole" ? value : eachObject(value, (inner) => keep(inner, part, NONE));
    if (narrowed !== undefined) kept[name] = narrowed;
  }
  return kept;
}

function drop(object: JsonObject, selection: Selection, always: ReadonlySet<string>): JsonObject {
  const left: Record<string, JsonValue> = {};
  for (const name of Object.keys(object)) {
    const value = object[name];
    const part = always.has(name) ? undefined : selection.get(name);
    if (value === undefined || part === "whole") continue;
    const narrowed = part === undefined ? value : eachObject(value, (inner) => drop(inner, part, NONE));
    if (narrowed !== undefined) left[name] = narrowed;
  }
  return left;
}

const NONE: ReadonlySet<string> = new Set();

/** Narrows a complex value, or every element of a multi-valued one; what is left empty goes. */
function eachObject(value: JsonValue, narrow: (object: JsonObject) => JsonObject): JsonValue | undefined {
  if (isJsonArray(value)) {
    const elements = value
      .map((element) => eachObject(element, narrow))
      .filter((element) => element !== undefined);
    return elements.length === 0 ? undefined : elements;
  }
  if (!isJsonObject(value)) return value;
  const narrowed = narrow(value);
  return Object.keys(narrowed).length === 0 ? undefined : narrowed;
}
