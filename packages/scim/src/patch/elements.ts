import { assertOnePrimary, isHollow, isPrimary, MAX_VALUES, mergeElement } from "../canonical/elements.ts";
import { createOnReplace } from "../dialects/create-on-replace.ts";
import type { Deviations } from "../dialects/dialect.ts";
import { invalidValue, noTarget } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import type { Filter } from "../filter/ast.ts";
import { matches } from "../filter/evaluate.ts";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, withMember } from "../json.ts";
import { printPath } from "./path.ts";
import type { UserStep } from "./user-steps.ts";

/**
 * The elements of a multi-valued attribute after a step.
 * @returns undefined when none are left
 * @throws Refused `noTarget` when a value path matches nothing, `invalidValue` for too many or two primary values
 */
export function nextElements(
  present: JsonValue | undefined,
  step: UserStep,
  strict: boolean,
  deviations: Deviations,
): JsonValue | undefined {
  const { attribute, filter, sub } = step.path;
  const elements = isJsonArray(present) ? present : [];
  const changed =
    filter || sub ? nextSelected(elements, step, strict, deviations) : nextWhole(elements, step);
  const next = flipPrimaries(elements, changed).filter((element) => !isHollow(element));
  if (next.length > MAX_VALUES) {
    throw new Refused(invalidValue(`"${attribute.name}" would have more than ${MAX_VALUES} values.`));
  }
  assertOnePrimary(attribute, next);
  return next.length === 0 ? undefined : next;
}

function nextWhole(elements: readonly JsonValue[], { op, value }: UserStep): readonly JsonValue[] {
  const given = isJsonArray(value) ? value : [];
  if (op === "replace") return given;
  if (op === "add") return given.reduce<readonly JsonValue[]>(mergeElement, elements);
  if (value === undefined) return [];
  return elements.filter((element) => !given.some((removed) => isNamedBy(element, removed)));
}

/** Whether every part that a removed value names is the element's own. */
function isNamedBy(element: JsonValue, removed: JsonValue): boolean {
  if (!isJsonObject(element) || !isJsonObject(removed)) return element === removed;
  const decisive = removed.value === undefined ? Object.keys(removed) : ["value", "type"];
  return decisive.every((key) => removed[key] === undefined || removed[key] === element[key]);
}

function nextSelected(
  elements: readonly JsonValue[],
  step: UserStep,
  strict: boolean,
  deviations: Deviations,
): readonly JsonValue[] {
  const { filter } = step.path;
  const selected = (element: JsonValue) => isJsonObject(element) && (!filter || matches(filter, element));
  if (!elements.some(selected)) {
    if (step.op === "remove") return elements;
    return mergeElement(elements, newElement(step, strict, deviations));
  }
  const changed = elements.map((element) =>
    isJsonObject(element) && selected(element) ? changeElement(element, step) : element,
  );
  return changed.reduce<readonly JsonValue[]>(
    (merged, element) => (element === undefined ? merged : mergeElement(merged, element)),
    [],
  );
}

function changeElement(element: JsonObject, { op, path, value }: UserStep): JsonObject | undefined {
  if (path.sub) return withMember(element, path.sub.name, op === "remove" ? undefined : value);
  if (op === "remove" || !isJsonObject(value)) return undefined;
  return op === "add" ? { ...element, ...value } : { ...fixedBy(path.filter), ...value };
}

/** The element that an operation makes when its path selects none. */
function newElement({ op, path, value }: UserStep, strict: boolean, deviations: Deviations): JsonObject {
  const fixed = fixedBy(path.filter);
  if (!fixed) {
    throw new Refused(noTarget(`No value of "${path.attribute.name}" matches the filter of the path.`));
  }
  if (op === "replace" && path.filter) {
    const refusal = noTarget(`No value of "${path.attribute.name}" matches the path "${printPath(path)}".`);
    if (strict) throw new Refused(refusal);
    deviations.note(createOnReplace, path.attribute.name, refusal);
  }
  if (path.sub) return withMember(fixed, path.sub.name, value);
  return isJsonObject(value) ? { ...fixed, ...value } : fixed;
}

/** The sub-attributes that a filter of plain `eq` comparisons fixes; undefined for any other filter. */
function fixedBy(filter: Filter | undefined): JsonObject | undefined {
  if (!filter) return {};
  if (filter.kind === "compare") {
    return filter.operator === "eq" && filter.value !== null
      ? { [filter.attribute.name]: filter.value }
      : undefined;
  }
  if (filter.kind !== "and") return undefined;
  let fixed: JsonObject = {};
  for (const term of filter.terms) {
    const part = fixedBy(term);
    if (!part) return undefined;
    fixed = { ...fixed, ...part };
  }
  return fixed;
}

/** When a value has become primary, those that were so before are no longer. RFC 7644 §3.5.2. */
function flipPrimaries(before: readonly JsonValue[], after: readonly JsonValue[]): readonly JsonValue[] {
  const wasPrimary = new Set(before.filter(isPrimary));
  if (!after.some((element) => isPrimary(element) && !wasPrimary.has(element))) return after;
  return after.map((element) =>
    isJsonObject(element) && wasPrimary.has(element) ? { ...element, primary: false } : element,
  );
}
