import type { BulkOperation } from "../bulk/request.ts";
import { readBulkRequest } from "../bulk/request.ts";
import { BulkRun } from "../bulk/run.ts";
import type { ScimError } from "../errors/scim-error.ts";
import { SCIM_JSON } from "../http/media-type.ts";
import type { ScimHandlerOptions, ScimReply, ScimRequest } from "../http/request.ts";
import { BULK_RESPONSE } from "../schema/urns.ts";
import { readBody } from "./body.ts";
import { Exchange } from "./exchange.ts";
import type { Endpoint, Responder } from "./route.ts";

/**
 * `/Bulk`. Every operation goes through the handler as a request of its own, with an event of its own.
 * @param respond answers one request
 * @see RFC 7644 §3.7
 */
export function bulkEndpoint(options: ScimHandlerOptions, respond: Responder): Endpoint {
  return {
    POST: async (exchange) => {
      const request = readBulkRequest(readBody(exchange.request), exchange.deviations);
      const caller = await exchange.directory.authenticate(exchange.call());
      if (!caller.ok) return exchange.error(caller.error, caller.connection);
      const run = new BulkRun(
        request,
        {
          perform: (operation) => respond(new Exchange(single(exchange.request, operation), options)),
          refuse: (operation, error) => refuse(exchange.request, operation, error, options),
        },
        exchange.baseUrl,
      );
      const body = JSON.stringify({ schemas: [BULK_RESPONSE], Operations: await run.run() });
      return exchange.reply(200, {}, body, caller.connection);
    },
  };
}

function refuse(
  request: ScimRequest,
  operation: BulkOperation,
  error: ScimError,
  options: ScimHandlerOptions,
): Promise<ScimReply> {
  return new Exchange(single(request, operation), options).refuse(error);
}

/** The operation as the single request that it stands for. */
function single(request: ScimRequest, { method, path, version, data }: BulkOperation): ScimRequest {
  const { requestId: _, body: __, ...rest } = request;
  const own = new Map([
    ["accept", SCIM_JSON],
    ["content-type", SCIM_JSON],
    ["if-match", version],
    ["if-none-match", undefined],
  ]);
  return {
    ...rest,
    method,
    path,
    header: (name) => (own.has(name) ? own.get(name) : request.header(name)),
    ...(data !== undefined && method !== "DELETE" && { body: JSON.stringify(data) }),
  };
}
