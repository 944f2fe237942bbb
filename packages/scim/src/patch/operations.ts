import { arrayForSingle } from "../dialects/array-for-single.ts";
import { capitalisedOp } from "../dialects/capitalised-op.ts";
import type { Deviations } from "../dialects/dialect.ts";
import { emptyOperations } from "../dialects/empty-operations.ts";
import { missingSchemas } from "../dialects/missing-schemas.ts";
import { invalidSyntax, invalidValue, noTarget } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import { PATCH_OP } from "../schema/urns.ts";

/** One PATCH operation as it stands in the body. */
export interface PatchOperation {
  readonly op: "add" | "remove" | "replace";
  readonly path?: string;
  /** Absent when the operation has no member `value`; null when it has and it is null. */
  readonly value?: JsonValue;
}

/**
 * The attributes that the value of an operation without a path stands for.
 * @throws Refused `noTarget` for a `remove`, `invalidValue` when the value is no object. RFC 7644 §3.5.2.
 */
export function pathlessValue({ op, value }: PatchOperation, deviations: Deviations): JsonObject {
  if (op === "remove") throw new Refused(noTarget('A "remove" needs a "path".'));
  const [only, ...more] = isJsonArray(value) ? value : [value];
  if (!isJsonObject(only) || more.length > 0) {
    throw new Refused(invalidValue('Without a "path", "value" must be an object of attributes.'));
  }
  if (isJsonArray(value)) deviations.note(arrayForSingle, "value");
  return only;
}

/** The most operations of one PATCH. */
export const MAX_OPERATIONS = 1000;

/**
 * Reads the body of a PATCH.
 * @throws Refused `invalidSyntax` when it is no PatchOp message, `invalidValue` when an operation is incomplete.
 * RFC 7644 §3.5.2.
 */
export function readPatchOp(body: JsonObject, deviations: Deviations): readonly PatchOperation[] {
  checkMessage(body, deviations);
  const operations = member(body, "Operations");
  if (operations === undefined) throw new Refused(invalidSyntax('A PATCH has a list called "Operations".'));
  const list = isJsonArray(operations) ? operations : [operations];
  if (list.length === 0) {
    deviations.note(emptyOperations, undefined, invalidSyntax('"Operations" is empty.'));
  }
  if (list.length > MAX_OPERATIONS) {
    throw new Refused(invalidSyntax(`A PATCH has at most ${MAX_OPERATIONS} operations, not ${list.length}.`));
  }
  return list.map((operation, index) => readOperation(operation, index, deviations));
}

function readOperation(raw: JsonValue, index: number, deviations: Deviations): PatchOperation {
  const place = `Operations[${index}]`;
  if (!isJsonObject(raw)) throw new Refused(invalidSyntax(`"${place}" must be an object.`));
  const op = readOp(member(raw, "op"), place, deviations);
  const path = member(raw, "path");
  const value = member(raw, "value");
  if (path !== undefined && path !== null && typeof path !== "string") {
    throw new Refused(invalidSyntax(`"${place}.path" must be text.`));
  }
  if (value === undefined && op !== "remove") {
    throw new Refused(invalidValue(`"${place}" is "${op}" and has no "value".`));
  }
  return {
    op,
    ...(typeof path === "string" && path.trim() !== "" && { path }),
    ...(value !== undefined && { value }),
  };
}

function readOp(raw: JsonValue | undefined, place: string, deviations: Deviations): PatchOperation["op"] {
  const folded = typeof raw === "string" ? raw.toLowerCase() : undefined;
  if (folded !== "add" && folded !== "remove" && folded !== "replace") {
    throw new Refused(invalidSyntax(`"${place}.op" must be "add", "remove" or "replace".`));
  }
  if (folded !== raw) deviations.note(capitalisedOp);
  return folded;
}

function checkMessage(body: JsonObject, deviations: Deviations): void {
  const schemas = member(body, "schemas");
  const list = isJsonArray(schemas) ? schemas : [schemas];
  const declared = list.some(
    (urn) => typeof urn === "string" && urn.toLowerCase() === PATCH_OP.toLowerCase(),
  );
  if (!declared)
    deviations.note(missingSchemas, PATCH_OP, invalidSyntax(`"schemas" must name "${PATCH_OP}".`));
  for (const key of Object.keys(body)) {
    const folded = key.toLowerCase();
    if (folded !== "schemas" && folded !== "operations") deviations.unknownAttribute(key);
  }
}

/** A member of a message, whatever the case of its name. RFC 7643 §2.1. */
function member(object: JsonObject, name: string): JsonValue | undefined {
  if (Object.hasOwn(object, name)) return object[name];
  const folded = name.toLowerCase();
  const key = Object.keys(object).find((candidate) => candidate.toLowerCase() === folded);
  return key === undefined ? undefined : object[key];
}
