import type { AttributeType } from "../filter/ast.ts";

/**
 * The definition of an attribute with all its characteristics.
 * @see RFC 7643 §2.2 (characteristics) and §7 (their names)
 */
export interface Attribute {
  readonly name: string;
  readonly type: AttributeType;
  readonly multiValued: boolean;
  readonly description: string;
  readonly required: boolean;
  /** Values that clients are advised to use; others are stored as sent (RFC 7643 §7, `canonicalValues`). */
  readonly canonicalValues: readonly string[];
  readonly caseExact: boolean;
  readonly mutability: "readOnly" | "readWrite" | "immutable" | "writeOnly";
  readonly returned: "always" | "never" | "default" | "request";
  readonly uniqueness: "none" | "server" | "global";
  readonly referenceTypes: readonly string[];
  readonly subAttributes: readonly Attribute[];
  /** The longest text that is accepted, in UTF-16 code units. Not part of the published schema. */
  readonly maxLength: number;
  /**
   * What a body without a required attribute means: it is refused; what there is stays (a new resource has a default);
   * or the directory derives the value from the others. Not part of the published schema.
   */
  readonly whenAbsent: "refused" | "kept" | "derived";
}

const CHARACTERISTICS = {
  type: "string",
  multiValued: false,
  required: false,
  canonicalValues: [],
  caseExact: false,
  mutability: "readWrite",
  returned: "default",
  uniqueness: "none",
  referenceTypes: [],
  subAttributes: [],
  maxLength: 1024,
  whenAbsent: "refused",
} as const;

/**
 * Defines an attribute. What is not given has the default of RFC 7643 §2.2: a singular, optional, readWrite string,
 * case-insensitive, returned by default, not unique.
 */
export function attribute(
  name: string,
  description: string,
  given: Partial<Omit<Attribute, "name" | "description">> = {},
): Attribute {
  return { ...CHARACTERISTICS, ...given, name, description };
}

/**
 * Defines a multi-valued complex attribute with the sub-attributes of RFC 7643 §2.4: `value`, `display`, `type` and
 * `primary`.
 */
export function plural(
  name: string,
  description: string,
  given: {
    readonly value?: Partial<Omit<Attribute, "name" | "description">>;
    readonly types?: readonly string[];
    readonly required?: boolean;
    readonly whenAbsent?: Attribute["whenAbsent"];
  } = {},
): Attribute {
  return attribute(name, description, {
    type: "complex",
    multiValued: true,
    required: given.required ?? false,
    whenAbsent: given.whenAbsent ?? "refused",
    subAttributes: [
      attribute("value", `The value itself.`, given.value),
      attribute("display", "A name for the value, for people to read."),
      attribute("type", "What the value is used for.", { canonicalValues: given.types ?? [] }),
      attribute("primary", "Whether this is the preferred value. True at most once.", { type: "boolean" }),
    ],
  });
}
