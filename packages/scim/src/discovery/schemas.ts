import type { JsonObject } from "../json.ts";
import type { Attribute } from "../schema/attribute.ts";
import type { Schema } from "../schema/resource-type.ts";
import { SCHEMA } from "../schema/urns.ts";

const HAS_CASE: ReadonlySet<Attribute["type"]> = new Set(["string", "reference", "binary"]);

/** A schema as clients may read it. RFC 7643 §7. */
export function schemaResource(schema: Schema, baseUrl: string): JsonObject {
  return {
    schemas: [SCHEMA],
    id: schema.urn,
    name: schema.name,
    description: schema.description,
    attributes: schema.attributes.map(attributeResource),
    meta: { resourceType: "Schema", location: `${baseUrl}/Schemas/${schema.urn}` },
  };
}

function attributeResource(attribute: Attribute): JsonObject {
  const { canonicalValues, referenceTypes, subAttributes } = attribute;
  return {
    name: attribute.name,
    type: attribute.type,
    multiValued: attribute.multiValued,
    description: attribute.description,
    required: attribute.required,
    ...(canonicalValues.length > 0 && { canonicalValues }),
    ...(HAS_CASE.has(attribute.type) && { caseExact: attribute.caseExact }),
    mutability: attribute.mutability,
    returned: attribute.returned,
    uniqueness: attribute.uniqueness,
    ...(referenceTypes.length > 0 && { referenceTypes }),
    ...(subAttributes.length > 0 && { subAttributes: subAttributes.map(attributeResource) }),
  };
}
