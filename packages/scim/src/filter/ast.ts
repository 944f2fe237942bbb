import type { ResourceType } from "../schema/resource-type.ts";

/**
 * The tree of a SCIM filter, after names are resolved against the resource type's schemas.
 * @see RFC 7644 §3.4.2.2
 */

/** The operators that compare with a value. `pr` stands apart: it has none. */
export type CompareOperator = "eq" | "ne" | "co" | "sw" | "ew" | "gt" | "ge" | "lt" | "le";

/** What a filter can compare with: RFC 7644 §3.4.2.2 `compValue`. Dates are strings here; `attribute.type` tells. */
export type CompareValue = string | number | boolean | null;

/** The type of an attribute, RFC 7643 §2.3. */
export type AttributeType =
  | "string"
  | "boolean"
  | "decimal"
  | "integer"
  | "dateTime"
  | "binary"
  | "reference"
  | "complex";

/**
 * An attribute as a filter, a sort or a path names it, in the schema's own spelling.
 * `userName`, `name.familyName`, `emails.value`, `urn:…:enterprise:2.0:User:manager.value`, `meta.lastModified`.
 */
export interface AttributeRef {
  /** The extension's URN; absent for core and common attributes. */
  readonly extension?: string;
  /** The only resource type that knows the name, in a query over several: others have no value. RFC 7644 §3.4.2.1 */
  readonly resourceType?: ResourceType["name"];
  readonly name: string;
  /** Type, case rule and plurality of the attribute itself. */
  readonly type: AttributeType;
  readonly multiValued: boolean;
  readonly caseExact: boolean;
  /** The sub-attribute, if one is named. A multi-valued complex attribute named alone stands for its `value`. */
  readonly sub?: {
    readonly name: string;
    readonly type: AttributeType;
    readonly caseExact: boolean;
    readonly multiValued: boolean;
  };
}

export type Filter =
  | {
      readonly kind: "compare";
      readonly attribute: AttributeRef;
      readonly operator: CompareOperator;
      readonly value: CompareValue;
    }
  | { readonly kind: "present"; readonly attribute: AttributeRef }
  | { readonly kind: "and"; readonly terms: readonly Filter[] }
  | { readonly kind: "or"; readonly terms: readonly Filter[] }
  | { readonly kind: "not"; readonly term: Filter }
  /** `emails[type eq "work" and value co "@x"]`: one element satisfies the whole inner filter.
   * Inside, each `attribute` is the element's sub-attribute by its own name (`name: "type"`, no `sub`). */
  | { readonly kind: "element"; readonly attribute: AttributeRef; readonly filter: Filter };
