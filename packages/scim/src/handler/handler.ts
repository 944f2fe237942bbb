import { looseSlashes } from "../dialects/loose-slashes.ts";
import { queryTail } from "../dialects/query-tail.ts";
import { methodNotAllowed, pathNotFound, serverError } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import type { ScimHandler, ScimHandlerOptions, ScimReply, ScimRequest } from "../http/request.ts";
import { bulkEndpoint } from "./bulk.ts";
import { findEndpoint } from "./endpoints.ts";
import { Exchange } from "./exchange.ts";
import { allowedMethods, type Endpoint, responderFor } from "./route.ts";

/**
 * Makes the SCIM endpoint of a directory: every request gets a SCIM reply, whatever goes wrong.
 *
 * @example
 * const handle = createScimHandler({ directory, newId: randomUUID, now: () => new Date() });
 * const reply = await handle({ method: "GET", path: "/Users?count=10", tenant: "acme", baseUrl, header });
 * @see RFC 7644 §3
 */
export function createScimHandler(options: ScimHandlerOptions): ScimHandler {
  const bulk = bulkEndpoint(options, respond);
  async function respond(exchange: Exchange): Promise<ScimReply> {
    try {
      return await answer(exchange, bulk);
    } catch (thrown) {
      options.onError?.(thrown, exchange.requestId);
      return exchange.error(serverError(exchange.requestId));
    }
  }
  return async (request) => withoutBody(request, await respond(new Exchange(request, options)));
}

async function answer(exchange: Exchange, bulk: Endpoint): Promise<ScimReply> {
  try {
    return await route(exchange, bulk);
  } catch (thrown) {
    if (thrown instanceof Refused) return exchange.refuse(thrown.error);
    throw thrown;
  }
}

async function route(exchange: Exchange, bulk: Endpoint): Promise<ScimReply> {
  const { request } = exchange;
  notePath(exchange);
  const endpoint = findEndpoint(exchange.segments, bulk);
  if (!endpoint) throw new Refused(pathNotFound(pathOf(request)));
  if (request.method === "OPTIONS")
    return exchange.reply(204, { allow: allowedMethods(endpoint) }, undefined);
  const responder = responderFor(endpoint, request.method);
  if (!responder) {
    throw new Refused(methodNotAllowed(request.method, pathOf(request), allowedMethods(endpoint)));
  }
  return responder(exchange);
}

function notePath({ request, deviations }: Exchange): void {
  const path = pathOf(request);
  if (path.includes("//") || (path.length > 1 && path.endsWith("/")))
    deviations.note(looseSlashes, undefined, null);
  if (request.path.endsWith("?")) deviations.note(queryTail, undefined, null);
}

function pathOf({ path }: ScimRequest): string {
  const mark = path.indexOf("?");
  return mark < 0 ? path : path.slice(0, mark);
}

function withoutBody(request: ScimRequest, reply: ScimReply): ScimReply {
  if (request.method !== "HEAD" || reply.body === undefined) return reply;
  const { body: _, ...head } = reply;
  return head;
}
