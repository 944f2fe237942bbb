import { attribute } from "./attribute.ts";

/** The attributes that every resource has. They are part of no schema. @see RFC 7643 §3 and §3.1 */
export const commonAttributes = [
  attribute("schemas", "The URNs of the schemas that the resource uses.", {
    type: "reference",
    multiValued: true,
    required: true,
    returned: "always",
  }),
  attribute("id", "The identifier that the service provider gave.", {
    caseExact: true,
    mutability: "readOnly",
    returned: "always",
    uniqueness: "server",
  }),
  attribute("externalId", "The identifier that the provisioning client gave.", {
    caseExact: true,
    maxLength: 512,
  }),
  attribute("meta", "Facts about the resource itself.", {
    type: "complex",
    mutability: "readOnly",
    subAttributes: [
      attribute("resourceType", "The name of the resource type.", {
        caseExact: true,
        mutability: "readOnly",
      }),
      attribute("created", "When the resource was made.", { type: "dateTime", mutability: "readOnly" }),
      attribute("lastModified", "When the resource last changed.", {
        type: "dateTime",
        mutability: "readOnly",
      }),
      attribute("location", "The address of the resource.", {
        type: "reference",
        caseExact: true,
        mutability: "readOnly",
      }),
      attribute("version", "The ETag of the resource.", { caseExact: true, mutability: "readOnly" }),
    ],
  }),
] as const;
