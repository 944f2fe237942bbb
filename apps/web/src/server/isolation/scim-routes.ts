import { type ScimRoute, scimRoutes } from "@rollcall/scim";
import { scimHandler } from "../runtime.ts";
import type { Ids } from "./two-tenants.ts";

/** One request of the SCIM endpoint that names somebody's things. */
export interface ScimTry {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  /** The path is about one user or group. */
  readonly aboutId: boolean;
  /** What it answers is the same for everyone, and open to everyone. RFC 7644 §4 */
  readonly public: boolean;
}

const CORE = "urn:ietf:params:scim:schemas:core:2.0";
const MESSAGES = "urn:ietf:params:scim:api:messages:2.0";
const DISCOVERY = /^\/(ServiceProviderConfig|ResourceTypes|Schemas)/;

/** Every route that the protocol has, each tried with the ids in the path and wherever else it takes one. */
export function scimTries(ids: Ids): readonly ScimTry[] {
  return scimRoutes().flatMap((route) => [...byPath(route, ids), ...byQuery(route, ids)]);
}

function byPath({ method, path }: ScimRoute, ids: Ids): ScimTry[] {
  const aboutId = /^\/(Users|Groups)\/\{id\}/.test(path);
  const id = path.startsWith("/Groups") ? ids.team : ids.user;
  const shared = { method, path: path.replace("{id}", id), aboutId, public: DISCOVERY.test(path) };
  if (method === "GET" || method === "DELETE") return [shared];
  return bodiesOf({ method, path }, ids).map((body) => ({ ...shared, body }));
}

/** Lists that ask for the things by a filter. */
function byQuery({ method, path }: ScimRoute, ids: Ids): ScimTry[] {
  if (method !== "GET" || !["/", "/Users", "/Groups"].includes(path)) return [];
  return filters(ids).map((filter) => ({
    method,
    path: `${path}?${new URLSearchParams({ filter, count: "200" })}`,
    aboutId: false,
    public: false,
  }));
}

function filters({ user, team }: Ids): readonly string[] {
  return ["id pr", `id eq "${user}"`, `id eq "${team}"`, `displayName sw "zulu"`];
}

function bodiesOf({ method, path }: ScimRoute, ids: Ids): readonly object[] {
  const members = [{ value: ids.user }];
  if (path.endsWith("/.search")) {
    return filters(ids).map((filter) => ({ schemas: [`${MESSAGES}:SearchRequest`], filter }));
  }
  if (path === "/Bulk") return [bulk(ids)];
  if (method === "PATCH") return patches(path, ids);
  if (path.startsWith("/Groups")) return [{ schemas: [`${CORE}:Group`], displayName: "taken", members }];
  const groups = [{ value: ids.team }];
  return [{ schemas: [`${CORE}:User`], userName: "taken@alfa.test", externalId: ids.user, groups }];
}

function patches(path: string, { user, team }: Ids): readonly object[] {
  const operations = path.startsWith("/Groups")
    ? [
        { op: "replace", path: "displayName", value: "taken" },
        { op: "add", path: "members", value: [{ value: user }] },
        { op: "remove", path: `members[value eq "${user}"]` },
      ]
    : [
        { op: "replace", path: "active", value: false },
        { op: "add", value: { groups: [{ value: team }] } },
      ];
  return operations.map((operation) => ({ schemas: [`${MESSAGES}:PatchOp`], Operations: [operation] }));
}

function bulk({ user, team }: Ids) {
  const group = { schemas: [`${CORE}:Group`], displayName: "bulk", members: [{ value: user }] };
  return {
    schemas: [`${MESSAGES}:BulkRequest`],
    Operations: [
      { method: "DELETE", path: `/Users/${user}` },
      { method: "DELETE", path: `/Groups/${team}` },
      { method: "POST", path: "/Groups", bulkId: "g", data: group },
    ],
  };
}

/** Sends a request as server.ts hands it on. */
export async function sendScim(slug: string, token: string, { method, path, body }: ScimTry) {
  const headers = new Map([
    ["authorization", `Bearer ${token}`],
    ["content-type", "application/scim+json"],
  ]);
  const reply = await scimHandler()({
    method,
    tenant: slug,
    path,
    baseUrl: `http://localhost:3000/api/scim/${slug}/v2`,
    header: (name) => headers.get(name.toLowerCase()),
    body: body === undefined ? "" : JSON.stringify(body),
    ip: "192.0.2.1",
  });
  return { status: reply.status, text: await textOf(reply.body) };
}

async function textOf(body: string | AsyncIterable<string> | undefined): Promise<string> {
  if (body === undefined || typeof body === "string") return body ?? "";
  let text = "";
  for await (const piece of body) text += piece;
  return text;
}
