import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { createTranslator } from "next-intl";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { english } from "~/i18n/catalogue.ts";
import { flushEvents } from "../runtime.ts";
import { type ConsoleRouteFile, consoleRoutes } from "./console-routes.ts";
import { samplesOf } from "./sample-input.ts";
import { type ScimTry, scimTries, sendScim } from "./scim-routes.ts";
import { cookieOf, fingerprint, type Ids, type PopulatedTenant, populatedTenant } from "./two-tenants.ts";

// Routes word their refusals with the catalogue, which next-intl reads in the scope of a request to Next. Here is none.
vi.mock("next-intl/server", () => ({
  getTranslations: async (namespace: "errors.refusals") =>
    createTranslator({ locale: "en", messages: english, namespace }),
  getFormatter: async () => ({ dateTime: (date: Date) => date.toISOString() }),
}));

const ORIGIN = "http://localhost:3000";
let db: TestDatabase;
let routes: readonly ConsoleRouteFile[];
let ours: PopulatedTenant;
let theirs: PopulatedTenant;
let fresh = 0;

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

/** A tenant that a route may do anything to. */
const ownTenant = () => populatedTenant(db, `alfa${++fresh}`);

interface Try {
  readonly cookie?: string;
  readonly id?: string;
  readonly body?: unknown;
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

/** Bodies that the route takes, and queries, that name the tenant's things wherever there is room for a name. */
function inputsNaming({ handler }: ConsoleRouteFile, ids: Ids): Pick<Try, "body" | "query">[] {
  const { body, query } = handler.spec;
  const inputs = Object.values(ids).flatMap((id) => {
    const bodies = body ? samplesOf(body, { id, text: "zulu" }) : [undefined];
    const queries = query ? samplesOf(query, { id, text: "zulu" }) : [{}];
    return bodies.flatMap((one) => queries.map((other) => ({ body: one, query: toQuery(other) })));
  });
  return [...new Map(inputs.map((input) => [JSON.stringify(input), input])).values()];
}

function toQuery(values: unknown): string {
  const entries = Object.entries(Object(values)).map(([name, value]) => [name, String(value)]);
  return `?${new URLSearchParams(entries)}`;
}

/** The id of the thing of ours that a path is about: of a user under `users`, of a team under `teams`. */
function ownId({ path }: ConsoleRouteFile, ids: Ids): string {
  const noun = /([\w-]+)\/\[id\]/.exec(path)?.[1];
  const kinds = new Map<string | undefined, keyof Ids>([
    ["users", "user"],
    ["teams", "team"],
    ["activity", "event"],
    ["sessions", "session"],
    ["sign-ins", "signIn"],
    ["invites", "invite"],
  ]);
  const kind = kinds.get(noun);
  if (kind === undefined) throw new Error(`${path}: name the kind of thing that its id is of.`);
  return ids[kind];
}

function withoutIds(text: string, id: string): string {
  return text.replaceAll(id, "id").replace(/req_[\w-]+/, "req");
}

/** What their things are called. What was asked for may be said back. */
const showsTheirs = (text: string) => /zulu (?:admin|member|subject)|\w+@zulu\.test|zulu-\w+/.test(text);

describe("the console API", () => {
  it("has routes to try", () => {
    expect(routes.length).toBeGreaterThan(40);
  });

  it("answers nobody without a session, on any route", async () => {
    for (const route of routes) {
      const { status } = await call(route, {});
      expect([route.method, route.path, status]).toEqual([route.method, route.path, 401]);
    }
  });

  it("answers no member but on account pages", async () => {
    for (const route of routes) {
      if (route.path.startsWith("/api/console/account/")) continue;
      const { status } = await call(route, { cookie: ours.memberCookie });
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

  it("takes what is sent here, and knows its own ids: the refusals below are about whose they are", async () => {
    for (const route of routes) {
      const own = await ownTenant();
      const id = route.params.length > 0 ? ownId(route, own.ids) : undefined;
      const [input] = inputsNaming(route, own.ids);
      const { status, text } = await call(route, { ...input, cookie: own.adminCookie, ...(id && { id }) });
      expect([route.method, route.path, status >= 500, text]).toEqual([
        route.method,
        route.path,
        false,
        expect.not.stringMatching(/"input\.|"permission\.|"session\.missing/),
      ]);
      if (route.method === "GET") expect([route.path, status]).toEqual([route.path, 200]);
    }
  }, 120_000);

  it("answers another tenant's id in a path as an id that nobody has, and changes nothing, on any route", async () => {
    const before = await fingerprint(db, theirs.tenantId);
    for (const route of routes.filter(({ params }) => params.length > 0)) {
      const { adminCookie: cookie } = await ownTenant();
      const [input] = inputsNaming(route, theirs.ids);
      for (const [kind, id] of Object.entries(theirs.ids)) {
        const nobodys = crypto.randomUUID();
        const unknown = await call(route, { ...input, cookie, id: nobodys });
        const reply = await call(route, { ...input, cookie, id });
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

  it("shows and changes nothing of another tenant through bodies and queries that name its things", async () => {
    const before = await fingerprint(db, theirs.tenantId);
    for (const route of routes) {
      const own = await ownTenant();
      const id = route.params.length > 0 ? ownId(route, own.ids) : undefined;
      for (const input of inputsNaming(route, theirs.ids)) {
        const { status, text } = await call(route, { ...input, cookie: own.adminCookie, ...(id && { id }) });
        const said = text.replaceAll("new@zulu.test", "");
        expect([route.method, route.path, input, status >= 500, showsTheirs(said)]).toEqual([
          route.method,
          route.path,
          input,
          false,
          false,
        ]);
      }
      expect(await fingerprint(db, theirs.tenantId)).toEqual(before);
    }
  }, 120_000);
});

describe("the SCIM endpoint", () => {
  const name = ({ method, path }: ScimTry) => [method, path];

  it("takes no token of one tenant at another's address, on any route", async () => {
    const before = await fingerprint(db, theirs.tenantId);
    for (const attempt of scimTries(theirs.ids)) {
      const { status, text } = await sendScim(theirs.slug, ours.token, attempt);
      expect([...name(attempt), status, text.includes("zulu ")]).toEqual([
        ...name(attempt),
        attempt.public ? status : 401,
        false,
      ]);
    }
    await flushEvents();
    const after = await fingerprint(db, theirs.tenantId);
    // The refused token is on record where the admin of that address looks.
    expect({ ...after, ProvisioningEvent: "" }).toEqual({ ...before, ProvisioningEvent: "" });
  });

  it("knows its own ids: the refusals below are about whose they are", async () => {
    const own = await ownTenant();
    for (const attempt of scimTries(own.ids).filter(({ method, aboutId }) => method === "GET" && aboutId)) {
      expect([...name(attempt), (await sendScim(own.slug, own.token, attempt)).status]).toEqual([
        ...name(attempt),
        200,
      ]);
    }
  });

  it("finds and changes nothing of another tenant with a good token, by path, body, filter or bulk, on any route", async () => {
    const before = await fingerprint(db, theirs.tenantId);
    for (const attempt of scimTries(theirs.ids)) {
      const own = await ownTenant();
      const { status, text } = await sendScim(own.slug, own.token, attempt);
      const outcome = attempt.aboutId ? 404 : status;
      expect([...name(attempt), status, showsTheirs(text)]).toEqual([...name(attempt), outcome, false]);
      expect([...name(attempt), status >= 500 && status !== 501]).toEqual([...name(attempt), false]);
      await flushEvents();
      const foreign = await db.pool.query(
        `SELECT 1 FROM "Membership" m WHERE m."tenantId" = $1 AND (m."userId" = ANY($2::uuid[]) OR m."teamId" = ANY($2::uuid[]))`,
        [own.tenantId, Object.values(theirs.ids)],
      );
      expect([...name(attempt), foreign.rowCount]).toEqual([...name(attempt), 0]);
    }
    expect(await fingerprint(db, theirs.tenantId)).toEqual(before);
  }, 120_000);
});
