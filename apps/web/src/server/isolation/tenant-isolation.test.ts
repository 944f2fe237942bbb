import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { createTranslator } from "next-intl";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { english } from "~/i18n/catalogue.ts";
import { flushEvents, scimHandler } from "../runtime.ts";
import { type ConsoleRouteFile, consoleRoutes } from "./console-routes.ts";
import { cookieOf, fingerprint, type PopulatedTenant, populatedTenant } from "./two-tenants.ts";

// Routes word their refusals with the catalogue, which next-intl reads in the scope of a request to Next. Here is none.
vi.mock("next-intl/server", () => ({
  getTranslations: async (namespace: "errors.refusals") =>
    createTranslator({ locale: "en", messages: english, namespace }),
}));

const ORIGIN = "http://localhost:3000";
let db: TestDatabase;
let routes: readonly ConsoleRouteFile[];
let ours: PopulatedTenant;
let theirs: PopulatedTenant;

beforeAll(async () => {
  db = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: db.url, LOG_LEVEL: "silent" });
  routes = await consoleRoutes();
  ours = await populatedTenant(db, "alfa");
  theirs = await populatedTenant(db, "zulu");
}, 120_000);

afterAll(async () => {
  await flushEvents();
  await globalThis.rollcall?.database?.close();
  await db.drop();
});

interface Try {
  readonly cookie?: string;
  readonly id?: string;
  readonly body?: object;
  readonly origin?: string;
  readonly query?: string;
}

async function call(route: ConsoleRouteFile, { cookie, id, body, origin = ORIGIN, query = "" }: Try) {
  const params = Object.fromEntries(route.params.map((name) => [name, id ?? crypto.randomUUID()]));
  const path = route.params.reduce((text, name) => text.replace(`[${name}]`, params[name] ?? ""), route.path);
  const writes = route.method !== "GET";
  const request = new Request(`${ORIGIN}${path}${query}`, {
    method: route.method,
    headers: {
      host: "localhost:3000",
      ...(cookie !== undefined && { cookie }),
      ...(writes && { origin, "content-type": "application/json" }),
    },
    ...(writes && { body: JSON.stringify(body ?? {}) }),
  });
  const response = await route.handler(request, { params: Promise.resolve(params) });
  return { status: response.status, text: await response.text() };
}

function withoutIds(text: string, id: string): string {
  return text.replaceAll(id, "id").replace(/req_[\w-]+/, "req");
}

/** Their ids under every name that a body might have for one. */
function bodyWithTheirIds() {
  const ids = Object.values(theirs.ids);
  const { user, team } = theirs.ids;
  return {
    ...{ id: user, userId: user, localUserId: user, personId: user, target: user, into: user, teamId: team },
    ...{ ids, userIds: ids, teamIds: ids, memberIds: ids, people: ids, teams: ids, members: ids, add: ids },
    ...{
      role: "admin",
      active: false,
      name: "taken",
      displayName: "taken",
      key: "auth.retired",
      confirm: "zulu-team",
    },
    ...{ days: 30, grantsRole: "admin", description: "taken", reason: "x", until: null, count: ids.length },
  };
}

const RESOURCES = ["Users", "Groups"] as const;

describe("the SCIM endpoint", () => {
  const scim = async (method: string, slug: string, path: string, token: string, body?: object) => {
    const reply = await scimHandler()({
      method,
      tenant: slug,
      path,
      baseUrl: `${ORIGIN}/api/scim/${slug}/v2`,
      header: (name) =>
        new Map([
          ["authorization", `Bearer ${token}`],
          ["content-type", "application/scim+json"],
        ]).get(name.toLowerCase()),
      body: body === undefined ? "" : JSON.stringify(body),
      ip: "192.0.2.1",
    });
    return { status: reply.status, text: await textOf(reply.body) };
  };

  it("takes no token of one tenant at another's address, on any route", async () => {
    const before = await fingerprint(db, theirs.tenantId);
    for (const [method, path, body] of scimRequests(theirs)) {
      const { status, text } = await scim(method, theirs.slug, path, ours.token, body);
      expect([method, path, status, text.includes("zulu ")]).toEqual([method, path, 401, false]);
    }
    await flushEvents();
    const after = await fingerprint(db, theirs.tenantId);
    // The refused token is on record where the admin of that address looks.
    expect({ ...after, ProvisioningEvent: "" }).toEqual({ ...before, ProvisioningEvent: "" });
  });

  it("finds nothing of another tenant by its ids with a good token, on any route", async () => {
    const before = await fingerprint(db, theirs.tenantId);
    for (const [method, path, body] of scimRequests(theirs).filter(([, path]) =>
      /\/[0-9a-f-]{36}/.test(path),
    )) {
      const { status, text } = await scim(method, ours.slug, path, ours.token, body);
      expect([method, path, status, text.includes("zulu")]).toEqual([method, path, 404, false]);
    }
    for (const resource of RESOURCES) {
      const { text } = await scim("GET", ours.slug, `/${resource}?filter=id pr&count=200`, ours.token);
      expect(text).not.toContain("zulu");
    }
    expect(await fingerprint(db, theirs.tenantId)).toEqual(before);
  });
});

describe("the console API", () => {
  it("has routes to try", () => {
    expect(routes.length).toBeGreaterThan(40);
  });

  it("answers nobody without a session, on any route", async () => {
    for (const route of routes) {
      expect([route.method, route.path, (await call(route, {})).status]).toEqual([
        route.method,
        route.path,
        401,
      ]);
    }
  });

  it("answers no member but on account pages", async () => {
    for (const route of routes) {
      const { status } = await call(route, { cookie: ours.memberCookie });
      if (route.path.startsWith("/api/console/account/")) continue;
      expect([route.method, route.path, status]).toEqual([route.method, route.path, 403]);
    }
  });

  it("takes no change that another site sends with an admin's cookie", async () => {
    for (const route of routes.filter(({ method }) => method !== "GET")) {
      const { status, text } = await call(route, { cookie: ours.adminCookie, origin: "https://evil.test" });
      expect([route.method, route.path, status, text]).toEqual([
        route.method,
        route.path,
        403,
        expect.stringContaining("origin.foreign"),
      ]);
    }
  });

  it("takes no session of one tenant for another's", async () => {
    const [mixed, swapped] = [
      await cookieOf({ sid: ours.ids.session, tid: theirs.tenantId }),
      await cookieOf({ sid: theirs.ids.session, tid: ours.tenantId }),
    ];
    for (const cookie of [mixed, swapped, `${ours.adminCookie}x`]) {
      for (const route of routes) expect((await call(route, { cookie })).status).toBe(401);
    }
  });

  it("answers another tenant's id as an id that nobody has, and changes nothing, on any route", async () => {
    const before = await fingerprint(db, theirs.tenantId);
    const cookie = ours.adminCookie;
    for (const route of routes.filter(({ params }) => params.length > 0)) {
      const body = bodyWithTheirIds();
      for (const [kind, id] of Object.entries(theirs.ids)) {
        const nobodys = crypto.randomUUID();
        const unknown = await call(route, { cookie, id: nobodys, body });
        const reply = await call(route, { cookie, id, body });
        expect([route.method, route.path, kind, reply.status, withoutIds(reply.text, id)]).toEqual([
          route.method,
          route.path,
          kind,
          unknown.status,
          withoutIds(unknown.text, nobodys),
        ]);
        expect(reply.status).toBeLessThan(500);
      }
      expect(await fingerprint(db, theirs.tenantId)).toEqual(before);
    }
  }, 120_000);

  it("shows and changes nothing of another tenant through bodies and queries that name its ids", async () => {
    const before = await fingerprint(db, theirs.tenantId);
    const { user, team } = theirs.ids;
    const queries = [
      "",
      "?q=zulu",
      `?team=${team}`,
      `?user=${user}`,
      `?before=${user}`,
      `?cursor=${user}`,
      `?subject=zulu`,
    ];
    for (const route of routes.filter(({ params }) => params.length === 0)) {
      for (const query of route.method === "GET" ? queries : [""]) {
        const { text } = await call(route, { cookie: ours.adminCookie, body: bodyWithTheirIds(), query });
        const others = query.includes("zulu")
          ? text.replaceAll(/"(?:q|query|subject|who)":"[^"]*"/g, "")
          : text;
        expect([
          route.method,
          route.path,
          query,
          /zulu (?:admin|member|subject)|@zulu\.test|zulu-/.test(others),
        ]).toEqual([route.method, route.path, query, false]);
      }
      expect(await fingerprint(db, theirs.tenantId)).toEqual(before);
    }
  }, 120_000);
});

function scimRequests({ ids }: PopulatedTenant): [string, string, object?][] {
  const patch = {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
    Operations: [{ op: "replace", path: "displayName", value: "taken" }],
  };
  const user = { schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], userName: "taken@alfa.test" };
  const group = { schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"], displayName: "taken" };
  const search = { schemas: ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"] };
  const bulk = {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
    Operations: [{ method: "DELETE", path: `/Users/${ids.user}` }],
  };
  return RESOURCES.flatMap((resource): [string, string, object?][] => {
    const [id, body] = resource === "Users" ? [ids.user, user] : [ids.team, group];
    return [
      ["GET", `/${resource}`],
      ["POST", `/${resource}`, body],
      ["POST", `/${resource}/.search`, search],
      ["GET", `/${resource}/${id}`],
      ["PUT", `/${resource}/${id}`, body],
      ["PATCH", `/${resource}/${id}`, patch],
      ["DELETE", `/${resource}/${id}`],
    ];
  }).concat([
    ["POST", "/.search", search],
    ["POST", "/Bulk", bulk],
  ]);
}

async function textOf(body: string | AsyncIterable<string> | undefined): Promise<string> {
  if (body === undefined || typeof body === "string") return body ?? "";
  let text = "";
  for await (const piece of body) text += piece;
  return text;
}
