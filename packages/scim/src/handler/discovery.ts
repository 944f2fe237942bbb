import { resourceTypeResource } from "../discovery/resource-types.ts";
import { schemaResource } from "../discovery/schemas.ts";
import { serviceProviderConfig } from "../discovery/service-provider-config.ts";
import { filterForbidden, pathNotFound } from "../errors/refusals.ts";
import type { ScimError } from "../errors/scim-error.ts";
import type { ScimReply } from "../http/request.ts";
import type { JsonObject } from "../json.ts";
import { readQueryString } from "../query/parameters.ts";
import { RESOURCE_TYPES, SCHEMAS } from "../schema/resource-type.ts";
import { LIST_RESPONSE } from "../schema/urns.ts";
import type { Exchange } from "./exchange.ts";
import type { Endpoint } from "./route.ts";

/** `/ServiceProviderConfig`. RFC 7644 §4. */
export const serviceProviderConfigEndpoint: Endpoint = {
  GET: async (exchange) => publish(exchange, serviceProviderConfig(exchange.baseUrl)),
};

/** `/ResourceTypes`. RFC 7644 §4. */
export const resourceTypesEndpoint: Endpoint = {
  GET: async (exchange) =>
    publishList(
      exchange,
      RESOURCE_TYPES.map((type) => resourceTypeResource(type, exchange.baseUrl)),
    ),
};

/** `/ResourceTypes/{name}`. */
export function resourceTypeEndpoint(name: string): Endpoint {
  return {
    GET: async (exchange) => {
      const type = RESOURCE_TYPES.find((known) => known.name.toLowerCase() === name.toLowerCase());
      return publish(exchange, type && resourceTypeResource(type, exchange.baseUrl));
    },
  };
}

/** `/Schemas`. RFC 7644 §4. */
export const schemasEndpoint: Endpoint = {
  GET: async (exchange) =>
    publishList(
      exchange,
      SCHEMAS.map((schema) => schemaResource(schema, exchange.baseUrl)),
    ),
};

/** `/Schemas/{urn}`. */
export function schemaEndpoint(urn: string): Endpoint {
  return {
    GET: async (exchange) => {
      const schema = SCHEMAS.find((known) => known.urn.toLowerCase() === urn.toLowerCase());
      return publish(exchange, schema && schemaResource(schema, exchange.baseUrl));
    },
  };
}

/** A list that is never sorted or paged. RFC 7644 §4. */
async function publishList(exchange: Exchange, resources: readonly JsonObject[]): Promise<ScimReply> {
  const count = resources.length;
  return publish(exchange, {
    schemas: [LIST_RESPONSE],
    totalResults: count,
    itemsPerPage: count,
    startIndex: 1,
    Resources: resources,
  });
}

/**
 * Answers without asking who calls (RFC 7643 §5); a filter is forbidden (RFC 7644 §4). Who does send a token is told when it is no good: a client that
 * tests its settings here must not be told that all is well.
 */
async function publish(exchange: Exchange, resource: JsonObject | undefined): Promise<ScimReply> {
  if (readQueryString(exchange.query, exchange.deviations).filter !== undefined) {
    return refusePublic(
      exchange,
      filterForbidden("What is published here cannot be filtered: read it whole."),
    );
  }
  if (!resource) return refusePublic(exchange, pathNotFound(exchange.request.path));
  const body = JSON.stringify(resource);
  const call = exchange.call();
  if (call.credential.kind === "missing") return exchange.reply(200, {}, body);
  const outcome = await exchange.directory.authenticate(call);
  return exchange.answer(outcome, () => ({ status: 200, body }));
}

async function refusePublic(exchange: Exchange, error: ScimError): Promise<ScimReply> {
  return exchange.call().credential.kind === "missing" ? exchange.error(error) : exchange.refuse(error);
}
