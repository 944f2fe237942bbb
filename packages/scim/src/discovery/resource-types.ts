import type { JsonObject } from "../json.ts";
import type { ResourceType } from "../schema/resource-type.ts";
import { RESOURCE_TYPE } from "../schema/urns.ts";

/** A resource type as clients may read it. RFC 7643 §6. */
export function resourceTypeResource(type: ResourceType, baseUrl: string): JsonObject {
  return {
    schemas: [RESOURCE_TYPE],
    id: type.name,
    name: type.name,
    description: type.description,
    endpoint: type.endpoint,
    schema: type.schema.urn,
    ...(type.extensions.length > 0 && {
      schemaExtensions: type.extensions.map(({ urn }) => ({ schema: urn, required: false })),
    }),
    meta: { resourceType: "ResourceType", location: `${baseUrl}/ResourceTypes/${type.name}` },
  };
}
