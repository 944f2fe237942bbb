import { notImplemented } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import type { ScimReply } from "../http/request.ts";
import type { GroupListQuery } from "../ports.ts";
import { neededMemberFields, readProjection } from "../projection/projection.ts";
import { readListQuery } from "../query/list-query.ts";
import { type QueryParameters, readQueryString } from "../query/parameters.ts";
import { readSearchRequest } from "../query/search-request.ts";
import { renderGroup } from "../render/group.ts";
import { renderList } from "../render/list.ts";
import { renderUser } from "../render/user.ts";
import { ALL_NAMES } from "../schema/resource-type.ts";
import type { Exchange } from "./exchange.ts";
import type { Endpoint, Responder } from "./route.ts";
import { readInto } from "./users.ts";

/** The base URL itself: a query over users and groups. RFC 7644 §3.4.2.1. */
export const rootEndpoint: Endpoint = {
  GET: async (exchange) => listAll(exchange, readQueryString(exchange.query, exchange.deviations)),
};

/** `/.search`. RFC 7644 §3.4.3. */
export const rootSearchEndpoint: Endpoint = {
  POST: async (exchange) => listAll(exchange, readSearchRequest(readInto(exchange), exchange.deviations)),
};

const refuseMe: Responder = async () => {
  throw new Refused(notImplemented("A provisioning token stands for no person, so there is no /Me."));
};

/** `/Me`. RFC 7644 §3.11. */
export const meEndpoint: Endpoint = {
  GET: refuseMe,
  POST: refuseMe,
  PUT: refuseMe,
  PATCH: refuseMe,
  DELETE: refuseMe,
};

async function listAll(exchange: Exchange, parameters: QueryParameters): Promise<ScimReply> {
  const projection = readProjection(parameters, ALL_NAMES);
  const query: GroupListQuery = {
    ...readListQuery(parameters, ALL_NAMES, exchange.deviations),
    members: neededMemberFields(projection),
  };
  const outcome = await exchange.directory.listAll(exchange.call(), query);
  return exchange.answer(outcome, (page) => ({
    status: 200,
    body: renderList(page, query.page, (record) =>
      record.type === "User"
        ? renderUser(record.user, exchange.baseUrl, projection)
        : renderGroup(record.group, exchange.baseUrl, projection),
    ),
  }));
}
