import { readGroupsEntries } from "../canonical/groups-entries.ts";
import { describe } from "../canonical/scalar.ts";
import { resolveUrn } from "../canonical/schemas.ts";
import { readSingle, readValue } from "../canonical/value.ts";
import type { Deviations } from "../dialects/dialect.ts";
import { dottedKeys } from "../dialects/dotted-keys.ts";
import { readOnlyInPatch } from "../dialects/read-only-in-patch.ts";
import { valueArrayRemove } from "../dialects/value-array-remove.ts";
import { invalidValue, mutability } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import type { GroupsEntry } from "../ports.ts";
import { USER } from "../schema/resource-type.ts";
import { type PatchOperation, pathlessValue } from "./operations.ts";
import { type PatchPath, parseKey, parsePath, printPath } from "./path.ts";

/** The most changes of one PATCH: it would take a thousand operations on every attribute to need more. */
const MAX_STEPS = 5000;

/** One change of a user's resource, its value in canonical form. */
export interface UserStep {
  readonly op: "add" | "remove" | "replace";
  readonly path: PatchPath;
  /** Absent for `remove`, but for the values that a `remove` names. */
  readonly value?: JsonValue;
}

export interface UserSteps {
  readonly steps: readonly UserStep[];
  /** What a `replace` of `groups` said; absent when no operation did. */
  readonly groups?: readonly GroupsEntry[];
}

/**
 * Turns the operations of a PATCH into steps: names resolved, values in the schema's types. Everything that can be
 * refused without the user is refused here.
 * @throws Refused with the `scimType` of RFC 7644 §3.5.2
 */
export function compileUserSteps(operations: readonly PatchOperation[], deviations: Deviations): UserSteps {
  const compiler = new UserStepCompiler(deviations);
  for (const operation of operations) compiler.compile(operation);
  return compiler.finish();
}

class UserStepCompiler {
  private readonly steps: UserStep[] = [];
  private readonly deviations: Deviations;
  private groups: readonly GroupsEntry[] | undefined;

  constructor(deviations: Deviations) {
    this.deviations = deviations;
  }

  finish(): UserSteps {
    return { steps: this.steps, ...(this.groups && { groups: this.groups }) };
  }

  compile(operation: PatchOperation): void {
    const { op, path, value } = operation;
    if (this.steps.length > MAX_STEPS) {
      throw new Refused(invalidValue(`A PATCH of a user changes at most ${MAX_STEPS} attributes.`));
    }
    if (path === undefined) {
      this.compileMembers(op, pathlessValue(operation, this.deviations));
      return;
    }
    const extension = this.extensionNamed(path);
    if (extension !== undefined) {
      this.compileExtension(op, extension, value);
      return;
    }
    const target = parsePath(path, USER, this.deviations);
    if (target) this.compileTarget(op, target, value, true);
    else this.deviations.unknownAttribute(path);
  }

  private compileMembers(op: UserStep["op"], members: JsonObject): void {
    for (const key of Object.keys(members)) {
      const value = members[key];
      if (value === undefined || key.toLowerCase() === "schemas") continue;
      const extension = this.extensionNamed(key);
      if (extension !== undefined) this.compileExtension(op, extension, value);
      else this.compileKey(op, key, value);
    }
  }

  private compileKey(op: UserStep["op"], key: string, value: JsonValue): void {
    const target = parseKey(key, USER, this.deviations);
    if (!target) {
      this.deviations.unknownAttribute(key);
      return;
    }
    if (target.sub || target.filter || target.extension) this.deviations.note(dottedKeys, printPath(target));
    this.compileTarget(op, target, value, false);
  }

  private compileExtension(op: UserStep["op"], urn: string, value: JsonValue | undefined): void {
    const schema = USER.extensions.find((extension) => extension.urn === urn);
    for (const attribute of schema?.attributes ?? []) {
      if (op === "remove" || value === null)
        this.steps.push({ op: "remove", path: { extension: urn, attribute } });
    }
    if (op === "remove" || value === null) return;
    if (!isJsonObject(value)) throw new Refused(invalidValue(`"${urn}" must be an object of attributes.`));
    for (const key of Object.keys(value)) {
      const inner = value[key];
      const target = parseKey(`${urn}:${key}`, USER, this.deviations);
      if (target && inner !== undefined) this.compileTarget(op, target, inner, false);
      else this.deviations.unknownAttribute(`${urn}:${key}`);
    }
  }

  private compileTarget(
    op: UserStep["op"],
    path: PatchPath,
    value: JsonValue | undefined,
    named: boolean,
  ): void {
    const { attribute, sub } = path;
    if (attribute.name === "groups" && op === "replace" && !path.filter && !sub) {
      this.groups = readGroupsEntries(value ?? null, this.deviations);
      return;
    }
    if (attribute.name === "schemas") return;
    if (attribute.mutability === "readOnly" || sub?.mutability === "readOnly") {
      if (named) throw new Refused(mutability(`"${printPath(path)}" is readOnly.`));
      this.deviations.note(readOnlyInPatch, printPath(path));
      return;
    }
    if (op === "remove") this.compileRemove(path, value);
    else this.compileWrite(op, path, value ?? null);
  }

  private compileWrite(op: "add" | "replace", path: PatchPath, raw: JsonValue): void {
    const value = this.read(op, path, raw);
    if (path.attribute.mutability === "writeOnly") return;
    if (value !== undefined) this.steps.push({ op, path, value });
    else if (op === "replace") this.pushRemove(path);
  }

  private compileRemove(path: PatchPath, value: JsonValue | undefined): void {
    const listsValues = path.attribute.multiValued && !path.filter && !path.sub;
    if (!listsValues || value === undefined || value === null) {
      this.pushRemove(path);
      return;
    }
    this.deviations.note(valueArrayRemove, path.attribute.name);
    const elements = this.read("remove", path, isJsonArray(value) ? value : [value]);
    if (elements !== undefined) this.steps.push({ op: "remove", path, value: elements });
  }

  private pushRemove(path: PatchPath): void {
    const { attribute, filter, sub } = path;
    if (attribute.required && attribute.whenAbsent !== "derived" && !filter && !sub) {
      throw new Refused(mutability(`"${attribute.name}" is required and cannot be removed.`));
    }
    if (attribute.mutability !== "writeOnly") this.steps.push({ op: "remove", path });
  }

  private read(op: UserStep["op"], path: PatchPath, raw: JsonValue): JsonValue | undefined {
    const reading = { deviations: this.deviations, keepNull: op === "replace" };
    const { attribute, filter, sub } = path;
    const place = printPath(path);
    if (sub) return readValue(sub, raw, place, reading);
    if (!filter)
      return readValue(attribute, raw, place, {
        ...reading,
        keepNull: reading.keepNull && !attribute.multiValued,
      });
    const [only, ...more] = isJsonArray(raw) ? raw : [raw];
    if (only === undefined) return undefined;
    if (more.length > 0) throw new Refused(invalidValue(`"${place}" takes one value, not ${describe(raw)}.`));
    return readSingle(attribute, only, place, { ...reading, keepNull: false });
  }

  private extensionNamed(name: string): string | undefined {
    if (!name.includes(":")) return undefined;
    const urn = resolveUrn(USER, name, this.deviations);
    return USER.extensions.some((extension) => extension.urn === urn) ? urn : undefined;
  }
}
