import { readGroupBody } from "../canonical/group-body.ts";
import { matchesVersion, readTags, versionTag } from "../http/etag.ts";
import type { ScimReply } from "../http/request.ts";
import { compileGroupChange } from "../patch/group-change.ts";
import { readPatchOp } from "../patch/operations.ts";
import type { GroupChange, GroupListQuery, GroupRecord } from "../ports.ts";
import { neededMemberFields, type Projection, readProjection } from "../projection/projection.ts";
import { readListQuery } from "../query/list-query.ts";
import { type QueryParameters, readQueryString } from "../query/parameters.ts";
import { readSearchRequest } from "../query/search-request.ts";
import { groupLocation, renderGroup } from "../render/group.ts";
import { renderList } from "../render/list.ts";
import { GROUP } from "../schema/resource-type.ts";
import type { Exchange } from "./exchange.ts";
import type { Endpoint } from "./route.ts";
import { notModified, preconditionOf, readInto } from "./users.ts";

/** `/Groups`. RFC 7644 §3.3 and §3.4.2. */
export const groupsEndpoint: Endpoint = {
  GET: async (exchange) => listGroups(exchange, readQueryString(exchange.query, exchange.deviations)),
  POST: async (exchange) => {
    const body = readInto(exchange);
    const projection = projectionOf(exchange);
    const draft = { members: [], ...readGroupBody(body, exchange.deviations) };
    const outcome = await exchange.directory.createGroup(
      exchange.call(),
      draft,
      neededMemberFields(projection),
    );
    return exchange.answer(outcome, (group) => representation(exchange, group, projection, 201));
  },
};

/** `/Groups/.search`. RFC 7644 §3.4.3. */
export const groupsSearchEndpoint: Endpoint = {
  POST: async (exchange) => listGroups(exchange, readSearchRequest(readInto(exchange), exchange.deviations)),
};

/** `/Groups/{id}`. RFC 7644 §3.4.1, §3.5 and §3.6. */
export function groupEndpoint(id: string): Endpoint {
  return {
    GET: async (exchange) => getGroup(exchange, id),
    PUT: async (exchange) => {
      const { displayName, externalId, members } = readGroupBody(readInto(exchange), exchange.deviations);
      const change: GroupChange = {
        displayName,
        externalId: externalId ?? null,
        members: members ? [{ kind: "replace", ids: members }] : [],
      };
      return modify(exchange, id, change, projectionOf(exchange));
    },
    PATCH: async (exchange) => {
      const operations = readPatchOp(readInto(exchange), exchange.deviations);
      const parameters = readQueryString(exchange.query, exchange.deviations);
      const asked = parameters.attributes !== undefined || parameters.excludedAttributes !== undefined;
      const change = compileGroupChange(operations, exchange.deviations);
      const projection = readProjection(parameters, GROUP.names);
      return modify(exchange, id, change, projection, asked ? undefined : SMALL_GROUP);
    },
    DELETE: async (exchange) => {
      const outcome = await exchange.directory.deleteGroup(exchange.call(), id, preconditionOf(exchange));
      return exchange.answer(outcome, () => ({ status: 204 }));
    },
  };
}

async function getGroup(exchange: Exchange, id: string): Promise<ScimReply> {
  const projection = projectionOf(exchange);
  const outcome = await exchange.directory.getGroup(exchange.call(), id, neededMemberFields(projection));
  return exchange.answer(outcome, (group) => {
    const tags = readTags(exchange.request.header("if-none-match"));
    const unchanged = tags !== undefined && matchesVersion(tags, group.version);
    return unchanged ? notModified(group.version) : representation(exchange, group, projection, 200);
  });
}

async function listGroups(exchange: Exchange, parameters: QueryParameters): Promise<ScimReply> {
  const projection = readProjection(parameters, GROUP.names);
  const query: GroupListQuery = {
    ...readListQuery(parameters, GROUP.names, exchange.deviations),
    members: neededMemberFields(projection),
  };
  const outcome = await exchange.directory.listGroups(exchange.call(), query);
  return exchange.answer(outcome, (page) => ({
    status: 200,
    body: renderList(page, query.page, (group) => renderGroup(group, exchange.baseUrl, projection)),
  }));
}

/** The most members of a group that a PATCH is answered with. */
const SMALL_GROUP = 20;

/**
 * Changes a group.
 * @param atMost a group with more members is not shown: the answer is 204, so that adding one member to a large group
 * does not read the others. RFC 7644 §3.5.2 lets a PATCH that asks for no attributes be answered either way.
 */
async function modify(
  exchange: Exchange,
  id: string,
  change: GroupChange,
  projection: Projection,
  atMost?: number,
): Promise<ScimReply> {
  const { directory } = exchange;
  const members = neededMemberFields(projection);
  const precondition = preconditionOf(exchange);
  const outcome = await directory.modifyGroup(exchange.call(), id, change, precondition, members, atMost);
  return exchange.answer(outcome, (group) =>
    atMost !== undefined && group.members === undefined
      ? { status: 204, headers: headersOf(exchange, group) }
      : representation(exchange, group, projection, 200),
  );
}

function representation(exchange: Exchange, group: GroupRecord, projection: Projection, status: number) {
  const headers = headersOf(exchange, group);
  return {
    status,
    headers: { ...headers, "content-location": headers.location },
    body: renderGroup(group, exchange.baseUrl, projection),
  };
}

function headersOf(exchange: Exchange, group: GroupRecord) {
  return { location: groupLocation(exchange.baseUrl, group.id), etag: versionTag(group.version) };
}

function projectionOf(exchange: Exchange): Projection {
  return readProjection(readQueryString(exchange.query, exchange.deviations), GROUP.names);
}
