import { invalidValue } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import type { JsonObject } from "../json.ts";
import type { Attribute } from "../schema/attribute.ts";

/** @throws Refused `invalidValue` when a required attribute has no value. RFC 7643 §2.2 `required`. */
export function assertRequired(attributes: readonly Attribute[], resource: JsonObject): void {
  for (const attribute of attributes) {
    if (attribute.required && !attribute.derivable && resource[attribute.name] === undefined) {
      throw new Refused(invalidValue(`"${attribute.name}" is required and has no value.`));
    }
  }
}
