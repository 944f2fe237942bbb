import { attribute } from "./attribute.ts";

/** The Enterprise User extension. @see RFC 7643 §4.3 and §8.7.1 */
export const enterpriseUserAttributes = [
  attribute("employeeNumber", "The number the organisation gave the person."),
  attribute("costCenter", "The cost center."),
  attribute("organization", "The organisation."),
  attribute("division", "The division."),
  attribute("department", "The department."),
  attribute("manager", "The person's manager.", {
    type: "complex",
    subAttributes: [
      attribute("value", "The id of the manager's user.", { caseExact: true }),
      attribute("$ref", "The address of the manager's user.", {
        type: "reference",
        caseExact: true,
        referenceTypes: ["User"],
        maxLength: 8192,
      }),
      attribute("displayName", "The manager's displayName.", { mutability: "readOnly" }),
    ],
  }),
] as const;
