import { attribute } from "./attribute.ts";

/** The core Group schema. @see RFC 7643 §4.2 and §8.7.1 */
export const groupAttributes = [
  attribute("displayName", "The name of the group, unique in the tenant whatever its case.", {
    required: true,
    uniqueness: "server",
    maxLength: 512,
  }),
  attribute("members", "The members of the group.", {
    type: "complex",
    multiValued: true,
    subAttributes: [
      attribute("value", "The id of the member.", { caseExact: true, mutability: "immutable" }),
      attribute("$ref", "The address of the member.", {
        type: "reference",
        caseExact: true,
        mutability: "immutable",
        referenceTypes: ["User"],
      }),
      attribute("display", "The member's displayName.", { mutability: "readOnly", returned: "request" }),
      attribute("type", "What the member is.", {
        mutability: "immutable",
        canonicalValues: ["User"],
      }),
    ],
  }),
] as const;
