import { readMemberIds } from "../canonical/member-ids.ts";
import { readValue } from "../canonical/value.ts";
import type { Deviations } from "../dialects/dialect.ts";
import { readOnlyInPatch } from "../dialects/read-only-in-patch.ts";
import { valueArrayRemove } from "../dialects/value-array-remove.ts";
import { invalidPath, mutability } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import type { Filter } from "../filter/ast.ts";
import type { JsonValue } from "../json.ts";
import type { GroupChange } from "../ports.ts";
import { GROUP } from "../schema/resource-type.ts";
import { MemberSteps } from "./member-steps.ts";
import { type PatchOperation, pathlessValue } from "./operations.ts";
import { type PatchPath, parseKey, parsePath, printPath } from "./path.ts";

/**
 * Turns the operations of a PATCH on a group into one change. Members become steps for the database, so that the cost
 * does not grow with the group.
 * @throws Refused with the `scimType` of RFC 7644 §3.5.2
 */
export function compileGroupChange(
  operations: readonly PatchOperation[],
  deviations: Deviations,
): GroupChange {
  const compiler = new GroupChangeCompiler(deviations);
  for (const operation of operations) compiler.compile(operation);
  return compiler.finish();
}

class GroupChangeCompiler {
  private readonly deviations: Deviations;
  private readonly members = new MemberSteps();
  private displayName: string | undefined;
  private externalId: string | null | undefined;

  constructor(deviations: Deviations) {
    this.deviations = deviations;
  }

  finish(): GroupChange {
    return {
      ...(this.displayName !== undefined && { displayName: this.displayName }),
      ...(this.externalId !== undefined && { externalId: this.externalId }),
      members: this.members.finish(),
    };
  }

  compile(operation: PatchOperation): void {
    const { op, path, value } = operation;
    if (path !== undefined) {
      const target = parsePath(path, GROUP, this.deviations);
      if (target) this.compileTarget(op, target, value, true);
      else this.deviations.unknownAttribute(path);
      return;
    }
    const members = pathlessValue(operation, this.deviations);
    for (const key of Object.keys(members)) {
      const target = parseKey(key, GROUP, this.deviations);
      if (target) this.compileTarget(op, target, members[key], false);
      else this.deviations.unknownAttribute(key);
    }
  }

  private compileTarget(
    op: PatchOperation["op"],
    path: PatchPath,
    value: JsonValue | undefined,
    named: boolean,
  ): void {
    const { attribute } = path;
    if (attribute.name === "schemas") return;
    if (attribute.mutability === "readOnly") {
      if (named) throw new Refused(mutability(`"${printPath(path)}" is readOnly.`));
      this.deviations.note(readOnlyInPatch, printPath(path));
    } else if (attribute.name === "members") this.compileMembers(op, path, value);
    else this.compileText(op, path, value ?? null);
  }

  private compileText(op: PatchOperation["op"], path: PatchPath, raw: JsonValue): void {
    const { attribute } = path;
    const reading = { deviations: this.deviations, keepNull: false };
    const text = op === "remove" ? undefined : readValue(attribute, raw, attribute.name, reading);
    if (text === undefined && attribute.required) {
      throw new Refused(mutability(`"${attribute.name}" is required and cannot be removed.`));
    }
    if (attribute.name === "displayName" && typeof text === "string") this.displayName = text;
    else if (typeof text === "string") this.externalId = text;
    else if (op !== "add") this.externalId = null;
  }

  private compileMembers(op: PatchOperation["op"], path: PatchPath, value: JsonValue | undefined): void {
    if (path.sub && path.sub.name !== "value") {
      throw new Refused(mutability(`"${printPath(path)}" cannot be changed.`));
    }
    if (path.filter) this.compileSelected(op, path, path.filter);
    else if (path.sub && op === "replace") throw new Refused(mutability('"members.value" is immutable.'));
    else if (op === "remove") this.compileRemove(value);
    else this.members[op](readMemberIds(value ?? null, "members", this.deviations));
  }

  private compileRemove(value: JsonValue | undefined): void {
    if (value === undefined || value === null) {
      this.members.replace([]);
      return;
    }
    this.deviations.note(valueArrayRemove, "members");
    this.members.remove(readMemberIds(value, "members", this.deviations));
  }

  private compileSelected(op: PatchOperation["op"], path: PatchPath, filter: Filter): void {
    if (op !== "remove") {
      throw new Refused(
        path.sub
          ? mutability('"members.value" is immutable: remove one member and add another.')
          : invalidPath(`"${op}" takes no filter on members: remove and add them by their ids.`),
      );
    }
    const ids = idsOf(filter);
    if (ids) this.members.remove(ids);
    else this.members.removeWhere(filter);
  }
}

/** The ids that a filter names, when it does nothing else: `value eq "a" or value eq "b"`. */
function idsOf(filter: Filter): readonly string[] | undefined {
  if (filter.kind === "compare") {
    const { attribute, operator, value } = filter;
    const isId = attribute.name === "value" && operator === "eq" && typeof value === "string";
    return isId ? [value] : undefined;
  }
  if (filter.kind !== "or") return undefined;
  const ids: string[] = [];
  for (const term of filter.terms) {
    const part = idsOf(term);
    if (!part) return undefined;
    ids.push(...part);
  }
  return ids;
}
