import { assertRequired } from "../canonical/required.ts";
import type { Deviations } from "../dialects/dialect.ts";
import { attempt } from "../errors/refused.ts";
import type { Result } from "../errors/scim-error.ts";
import { isJsonObject, type JsonObject, type JsonValue, jsonEqual, withMember } from "../json.ts";
import type { UserResource } from "../ports.ts";
import { USER } from "../schema/resource-type.ts";
import { nextElements } from "./elements.ts";
import type { UserStep } from "./user-steps.ts";

/**
 * Applies steps to a user, one after the other, all or none.
 * @param strict whether what only a dialect allows is refused
 * @returns `current` itself when nothing changes; otherwise a new resource
 * @see RFC 7644 §3.5.2
 */
export function applyUserSteps(
  current: UserResource,
  steps: readonly UserStep[],
  strict: boolean,
  deviations: Deviations,
): Result<UserResource> {
  return attempt(() => {
    let resource: JsonObject = current;
    for (const step of steps) resource = applyStep(resource, step, strict, deviations);
    assertRequired(USER.schema.attributes, resource, "user.username_missing");
    return jsonEqual(resource, current) ? current : resource;
  });
}

function applyStep(
  resource: JsonObject,
  step: UserStep,
  strict: boolean,
  deviations: Deviations,
): JsonObject {
  const { extension } = step.path;
  if (extension === undefined) return applyToOwner(resource, step, strict, deviations);
  const owner = resource[extension];
  const next = applyToOwner(isJsonObject(owner) ? owner : {}, step, strict, deviations);
  return withMember(resource, extension, Object.keys(next).length === 0 ? undefined : next);
}

function applyToOwner(
  owner: JsonObject,
  step: UserStep,
  strict: boolean,
  deviations: Deviations,
): JsonObject {
  const { attribute } = step.path;
  const present = owner[attribute.name];
  const next = attribute.multiValued
    ? nextElements(present, step, strict, deviations)
    : nextSingle(present, step);
  return withMember(owner, attribute.name, next);
}

function nextSingle(present: JsonValue | undefined, { op, path, value }: UserStep): JsonValue | undefined {
  const { attribute, sub } = path;
  if (attribute.type !== "complex") return op === "remove" ? undefined : value;
  const whole = isJsonObject(present) ? present : {};
  if (sub) return orUnassigned(withMember(whole, sub.name, op === "remove" ? undefined : value));
  return op === "remove" ? undefined : orUnassigned(merge(whole, value));
}

/** Lays sub-attributes over a complex value. Null unassigns one; those not named stay. RFC 7644 §3.5.2.3. */
function merge(whole: JsonObject, value: JsonValue | undefined): JsonObject {
  if (!isJsonObject(value)) return whole;
  return Object.keys(value).reduce((merged, key) => withMember(merged, key, value[key] ?? undefined), whole);
}

function orUnassigned(object: JsonObject): JsonObject | undefined {
  return Object.keys(object).length === 0 ? undefined : object;
}
