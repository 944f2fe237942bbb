import {
  type AnyRecord,
  type GroupListQuery,
  type ListQuery,
  type Page,
  type PageRequest,
  resolveName,
  type Sort,
  USER,
  type UserRecord,
} from "@rollcall/scim";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createScimDirectory } from "./scim-directory.ts";
import { expectOk, refusal, type ScimStage, scimCall, scimStage, scimTenant } from "./testing.ts";

let stage: ScimStage;
const TITLES = ["b", "A", undefined, "c", "B", undefined, "a", "ä", undefined, "d"];

beforeAll(async () => {
  stage = await scimStage();
  for (const [index, title] of TITLES.entries()) {
    await stage.createUser({ userName: `p${index}@list.test`, ...(title && { title }) });
  }
});

afterAll(() => stage.close());

function list(query: ListQuery, directory = stage.directory) {
  return directory.listUsers(stage.call("GET", "/Users"), query);
}

function index(startIndex: number, count: number): PageRequest {
  return { kind: "index", startIndex, count };
}

function sortBy(name: string, order: Sort["order"] = "ascending"): Sort {
  const named = resolveName(USER.names, name);
  if (named === undefined) throw new Error(`no attribute ${name}`);
  return { attribute: named.ref, order };
}

/** Walks a list by cursor, doing something between the pages. */
async function walk(
  query: Omit<ListQuery, "page">,
  count: number,
  between: () => Promise<void> = async () => undefined,
) {
  const names: string[] = [];
  let cursor: string | undefined = "";
  while (cursor !== undefined) {
    const page: Page<UserRecord> = expectOk(
      await list({ ...query, page: { kind: "cursor", cursor, count } }),
    );
    names.push(...page.resources.map((user) => String(user.resource.userName)));
    cursor = page.nextCursor;
    await between();
  }
  return names;
}

describe("index paging", () => {
  it("counts exactly, whatever the page", async () => {
    for (const [start, count, length] of [
      [1, 100, 10],
      [1, 10, 10],
      [1, 3, 3],
      [10, 5, 1],
      [11, 5, 0],
      [500, 5, 0],
      [1, 0, 0],
    ] as const) {
      const page = expectOk(await list({ page: index(start, count) }));
      expect([start, count, page.totalResults, page.resources.length]).toEqual([start, count, 10, length]);
    }
  });

  it("is in the order of creation by default, the same every time", async () => {
    const page = expectOk(await list({ page: index(1, 100) }));
    expect(page.resources.map((user) => user.resource.userName)).toEqual(
      TITLES.map((_, n) => `p${n}@list.test`),
    );
  });
});

describe("sorting", () => {
  const titles = async (sort: Sort) =>
    expectOk(await list({ sort, page: index(1, 100) })).resources.map((user) => user.resource.title);

  it("puts the unassigned last when ascending and first when descending (RFC 7644 §3.4.2.3)", async () => {
    const up = await titles(sortBy("title"));
    expect(up.slice(-3)).toEqual([undefined, undefined, undefined]);
    expect(up.slice(0, 7).map((title) => String(title).toLowerCase())).toEqual([
      "a",
      "a",
      "b",
      "b",
      "c",
      "d",
      "ä",
    ]);
    const down = await titles(sortBy("title", "descending"));
    expect(down.slice(0, 3)).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    "userName",
    "id",
    "active",
    "meta.created",
    "meta.lastModified",
    "emails",
    "emails.value",
    "name.familyName",
    "groups",
  ])("by %s gives everyone once", async (name) => {
    const page = expectOk(await list({ sort: sortBy(name, "descending"), page: index(1, 100) }));
    expect(new Set(page.resources.map((user) => user.id)).size).toBe(10);
  });
});

describe("cursor paging (RFC 9865)", () => {
  it.each([
    ["default order", {}],
    ["title", { sort: sortBy("title") }],
    ["title, descending", { sort: sortBy("title", "descending") }],
    ["date", { sort: sortBy("meta.created") }],
    ["active", { sort: sortBy("active", "descending") }],
    ["id", { sort: sortBy("id", "descending") }],
  ])("gives everyone once in the same order as index paging: %s", async (_name, query) => {
    const whole = expectOk(await list({ ...query, page: index(1, 100) }));
    const expected = whole.resources.map((user) => user.resource.userName);
    for (const count of [1, 3, 10, 11]) expect(await walk(query, count)).toEqual(expected);
  });

  it("loses nobody and repeats nobody while people come and go", async () => {
    const moving = await scimStage(4);
    for (let n = 0; n < 20; n++) await moving.createUser(`stay${n}@move.test`);
    const gone = await Promise.all(
      Array.from({ length: 6 }, (_, n) => moving.createUser(`go${n}@move.test`)),
    );
    const seen: string[] = [];
    let cursor: string | undefined = "";
    while (cursor !== undefined) {
      const query: ListQuery = { page: { kind: "cursor", cursor, count: 4 } };
      const page = expectOk(await moving.directory.listUsers(moving.call("GET", "/Users"), query));
      seen.push(...page.resources.map((user) => String(user.resource.userName)));
      cursor = page.nextCursor;
      await moving.createUser(`come${seen.length}@move.test`);
      const leaver = gone.pop();
      if (leaver) expectOk(await moving.directory.deleteUser(moving.call("DELETE", "/"), leaver.id, {}));
      if (seen.length > 60) break;
    }
    const stayed = seen.filter((name) => name.startsWith("stay"));
    expect(stayed).toEqual(Array.from({ length: 20 }, (_, n) => `stay${n}@move.test`));
    await moving.close();
  });

  it("is refused for another query, another tenant, a changed cursor, and rubbish", async () => {
    const page = expectOk(await list({ page: { kind: "cursor", cursor: "", count: 2 } }));
    const cursor = page.nextCursor ?? "";
    expect(cursor).toMatch(/^[A-Za-z0-9\-._~]+$/);
    const at = (text: string): PageRequest => ({ kind: "cursor", cursor: text, count: 2 });
    expect((await list({ page: at(cursor) })).ok).toBe(true);
    const invalid = "400 filter.unsupported";
    expect(refusal(await list({ page: at(cursor), sort: sortBy("userName") }))).toBe(invalid);
    expect(refusal(await list({ page: at(cursor), filterText: "active eq true" }))).toBe(invalid);
    expect(
      refusal(await list({ page: at(`${cursor.slice(0, -1)}${cursor.endsWith("A") ? "B" : "A"}`) })),
    ).toBe(invalid);
    expect(refusal(await list({ page: at("rubbish") }))).toBe(invalid);
    const forged = Buffer.from(
      JSON.stringify([0, 1, "0190a000-0000-7000-8000-000000000000", "no date"]),
    ).toString("base64url");
    expect(refusal(await list({ page: at(`${forged}.x`), sort: sortBy("meta.created") }))).toBe(invalid);
    const other = await scimTenant(stage.db, "neighbour");
    const theirs = await stage.directory.listUsers(scimCall("neighbour", other.token, "GET", "/Users"), {
      page: at(cursor),
    });
    expect(refusal(theirs)).toBe(invalid);
  });

  it("is refused when it is too old", async () => {
    const page = expectOk(await list({ page: { kind: "cursor", cursor: "", count: 2 } }));
    const later = stage.call("GET", "/Users", { receivedAt: new Date(Date.now() + 7_200_000) });
    const query: ListQuery = { page: { kind: "cursor", cursor: page.nextCursor ?? "", count: 2 } };
    const expired = await stage.directory.listUsers(later, query);
    expect(expired).toMatchObject({ ok: false, error: { status: 400, scimType: "expiredCursor" } });
    const patient = createScimDirectory(stage.db, { cursorTimeout: 10_000 });
    expect((await patient.listUsers(later, query)).ok).toBe(true);
    await patient.flush();
  });

  it("goes over users and groups together at the root", async () => {
    for (const displayName of ["g1", "g2"]) {
      expectOk(
        await stage.directory.createGroup(stage.call("POST", "/Groups"), { displayName, members: [] }, []),
      );
    }
    const ids: string[] = [];
    let cursor: string | undefined = "";
    while (cursor !== undefined) {
      const query: GroupListQuery = { page: { kind: "cursor", cursor, count: 5 }, members: [] };
      const page: Page<AnyRecord> = expectOk(await stage.directory.listAll(stage.call("GET", "/"), query));
      ids.push(
        ...page.resources.map((record) => (record.type === "User" ? record.user.id : record.group.id)),
      );
      cursor = page.nextCursor;
    }
    expect(new Set(ids).size).toBe(12);
    expect(ids).toHaveLength(12);
  });
});
