import { type MissingReason, missingValue } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import type { JsonObject } from "../json.ts";
import type { Attribute } from "../schema/attribute.ts";

/**
 * @param reason what its absence is called
 * @throws Refused `invalidValue` when a required attribute has no value. RFC 7643 §2.2 `required`.
 */
export function assertRequired(
  attributes: readonly Attribute[],
  resource: JsonObject,
  reason: MissingReason,
): void {
  for (const attribute of attributes) {
    if (attribute.required && attribute.whenAbsent === "refused" && resource[attribute.name] === undefined) {
      throw new Refused(missingValue(reason, `"${attribute.name}" is required and has no value.`));
    }
  }
}
