import { readUserBody } from "../canonical/user-body.ts";
import { matchesVersion, readTags, versionTag } from "../http/etag.ts";
import type { ScimReply } from "../http/request.ts";
import { jsonEqual } from "../json.ts";
import { applyUserSteps } from "../patch/apply.ts";
import { readPatchOp } from "../patch/operations.ts";
import { compileUserSteps } from "../patch/user-steps.ts";
import type { ListQuery, Precondition, UserChange, UserDraft, UserRecord } from "../ports.ts";
import { type Projection, readProjection } from "../projection/projection.ts";
import { readListQuery } from "../query/list-query.ts";
import { type QueryParameters, readQueryString } from "../query/parameters.ts";
import { readSearchRequest } from "../query/search-request.ts";
import { renderList } from "../render/list.ts";
import { renderUser, userLocation } from "../render/user.ts";
import { USER } from "../schema/resource-type.ts";
import { readBody } from "./body.ts";
import type { Exchange } from "./exchange.ts";
import type { Endpoint } from "./route.ts";

/** `/Users`. RFC 7644 §3.3 and §3.4.2. */
export const usersEndpoint: Endpoint = {
  GET: async (exchange) => {
    return listUsers(exchange, readQueryString(exchange.query, exchange.deviations));
  },
  POST: async (exchange) => {
    const body = readInto(exchange);
    const projection = projectionOf(exchange);
    const draft = readUserBody(body, exchange.deviations);
    const outcome = await exchange.directory.createUser(exchange.call(), draft);
    return exchange.answer(outcome, (user) => representation(exchange, user, projection, 201));
  },
};

/** `/Users/.search`. RFC 7644 §3.4.3. */
export const usersSearchEndpoint: Endpoint = {
  POST: async (exchange) => listUsers(exchange, readSearchRequest(readInto(exchange), exchange.deviations)),
};

/** `/Users/{id}`. RFC 7644 §3.4.1, §3.5 and §3.6. */
export function userEndpoint(id: string): Endpoint {
  return {
    GET: async (exchange) => {
      const projection = projectionOf(exchange);
      const outcome = await exchange.directory.getUser(exchange.call(), id);
      return exchange.answer(outcome, (user) => {
        const tags = readTags(exchange.request.header("if-none-match"));
        const unchanged = tags !== undefined && matchesVersion(tags, user.version);
        return unchanged ? notModified(user.version) : representation(exchange, user, projection, 200);
      });
    },
    PUT: async (exchange) => {
      const body = readInto(exchange);
      return modify(exchange, id, replacement(readUserBody(body, exchange.deviations)));
    },
    PATCH: async (exchange) => {
      const body = readInto(exchange);
      const operations = readPatchOp(body, exchange.deviations);
      const { steps, groups } = compileUserSteps(operations, exchange.deviations);
      return modify(exchange, id, {
        apply: (current, strict = false) => applyUserSteps(current, steps, strict, exchange.deviations),
        ...(groups && { groups }),
      });
    },
    DELETE: async (exchange) => {
      const outcome = await exchange.directory.deleteUser(exchange.call(), id, preconditionOf(exchange));
      return exchange.answer(outcome, () => ({ status: 204 }));
    },
  };
}

/** A 304. RFC 7644 §3.14. */
export function notModified(version: number) {
  return { status: 304, headers: { etag: versionTag(version) } };
}

/** Reads the body and keeps it for the event. */
export function readInto(exchange: Exchange) {
  exchange.body = readBody(exchange.request);
  return exchange.body;
}

/** The conditions of a write. RFC 7644 §3.14. */
export function preconditionOf({ request }: Exchange): Precondition {
  const ifMatch = readTags(request.header("if-match"));
  const ifNoneMatch = readTags(request.header("if-none-match"));
  return { ...(ifMatch && { ifMatch }), ...(ifNoneMatch && { ifNoneMatch }) };
}

async function listUsers(exchange: Exchange, parameters: QueryParameters): Promise<ScimReply> {
  const query: ListQuery = readListQuery(parameters, USER.names, exchange.deviations);
  const projection = readProjection(parameters, USER.names);
  const outcome = await exchange.directory.listUsers(exchange.call(), query);
  return exchange.answer(outcome, (page) => ({
    status: 200,
    body: renderList(page, query.page, (user) => renderUser(user, exchange.baseUrl, projection)),
  }));
}

async function modify(exchange: Exchange, id: string, change: UserChange): Promise<ScimReply> {
  const projection = projectionOf(exchange);
  const outcome = await exchange.directory.modifyUser(exchange.call(), id, change, preconditionOf(exchange));
  return exchange.answer(outcome, (user) => representation(exchange, user, projection, 200));
}

/**
 * PUT: the body's attributes and no others. A body that is silent about `active` does not bring a deactivated person
 * back. RFC 7644 §3.5.1.
 */
function replacement({ resource, groups }: UserDraft): UserChange {
  return {
    apply: (current) => {
      const { active } = current;
      const next = resource.active === undefined && active !== undefined ? { ...resource, active } : resource;
      return { ok: true, value: jsonEqual(next, current) ? current : next };
    },
    ...(groups && { groups }),
  };
}

function representation(exchange: Exchange, user: UserRecord, projection: Projection, status: number) {
  const location = userLocation(exchange.baseUrl, user.id);
  return {
    status,
    headers: { location, "content-location": location, etag: versionTag(user.version) },
    body: renderUser(user, exchange.baseUrl, projection),
  };
}

function projectionOf(exchange: Exchange): Projection {
  return readProjection(readQueryString(exchange.query, exchange.deviations), USER.names);
}
