import { beforeAll, describe, expect, it } from "vitest";
import { Client } from "../../test/client.ts";
import { CORE_GROUP, CORE_USER, LIST_RESPONSE, SEARCH_REQUEST } from "../schema/urns.ts";

const client = new Client();

beforeAll(async () => {
  for (const [userName, title] of [
    ["ann", "Boss"],
    ["ben", "clerk"],
    ["cyd", undefined],
  ] as const) {
    await client.post("/Users", { schemas: [CORE_USER], userName, ...(title && { title }) });
  }
  await client.post("/Groups", {
    schemas: [CORE_GROUP],
    displayName: "ann's team",
    members: [{ value: "u1" }],
  });
});

async function names(path: string): Promise<unknown> {
  const { Resources } = (await client.get(path)).json;
  return Array.isArray(Resources)
    ? Resources.map(({ userName, displayName }) => userName ?? displayName)
    : undefined;
}

describe("index paging (RFC 7644 §3.4.2.4)", () => {
  it.each([
    ["", { totalResults: 3, startIndex: 1, itemsPerPage: 3 }],
    ["?count=2", { totalResults: 3, startIndex: 1, itemsPerPage: 2 }],
    ["?startIndex=3&count=2", { totalResults: 3, startIndex: 3, itemsPerPage: 1 }],
    ["?startIndex=0", { totalResults: 3, startIndex: 1, itemsPerPage: 3 }],
    ["?startIndex=-7&count=1", { totalResults: 3, startIndex: 1, itemsPerPage: 1 }],
    ["?count=0", { totalResults: 3, startIndex: 1, itemsPerPage: 0, Resources: [] }],
    ["?count=-1", { totalResults: 3, itemsPerPage: 0, Resources: [] }],
    ["?startIndex=99", { totalResults: 3, startIndex: 99, itemsPerPage: 0, Resources: [] }],
    ["?filter=userName%20eq%20%22nobody%22", { totalResults: 0, itemsPerPage: 0, Resources: [] }],
  ])("/Users%s", async (query, expected) => {
    const reply = await client.get(`/Users${query}`);
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({ schemas: [LIST_RESPONSE], ...expected });
  });
});

describe("sorting (RFC 7644 §3.4.2.3)", () => {
  it("has what is unassigned last when ascending, first when descending", async () => {
    expect(await names("/Users?sortBy=title")).toEqual(["ann", "ben", "cyd"]);
    expect(await names("/Users?sortBy=title&sortOrder=descending")).toEqual(["cyd", "ben", "ann"]);
  });

  it("by a complex attribute needs a sub-attribute", async () => {
    const reply = await client.get("/Users?sortBy=name");
    expect([reply.status, reply.json.scimType]).toEqual([400, "invalidPath"]);
  });
});

describe("cursor paging (RFC 9865)", () => {
  it("walks through all resources, and has no nextCursor on the last page", async () => {
    const first = (await client.get("/Users?cursor&count=2")).json;
    expect(first).toMatchObject({ totalResults: 3, itemsPerPage: 2 });
    expect(first).not.toHaveProperty("startIndex");
    expect(first).not.toHaveProperty("previousCursor");
    const last = (await client.get(`/Users?cursor=${first.nextCursor}&count=2`)).json;
    expect(last).toMatchObject({ itemsPerPage: 1, Resources: [{ userName: "cyd" }] });
    expect(last).not.toHaveProperty("nextCursor");
    expect(last).toHaveProperty("previousCursor");
  });

  it.each([
    ["cursor=forged", "invalidCursor"],
    ["cursor=&count=-1", "invalidCount"],
    ["cursor=&count=0", "invalidCount"],
    ["cursor=&count=x", "invalidCount"],
    ["cursor=&startIndex=1", "invalidValue"],
  ])("%s is 400 %s", async (query, scimType) => {
    const reply = await client.get(`/Users?${query}`);
    expect([reply.status, reply.json.scimType]).toEqual([400, scimType]);
  });
});

describe("POST to .search (RFC 7644 §3.4.3)", () => {
  const search = (path: string, more: object) => client.post(path, { schemas: [SEARCH_REQUEST], ...more });

  it("takes the parameters of a query in its body", async () => {
    const reply = await search("/Users/.search", {
      filter: 'userName sw "a" or title pr',
      attributes: ["title"],
      sortBy: "userName",
      sortOrder: "descending",
      startIndex: 2,
      count: 1,
    });
    expect(reply.json).toMatchObject({ totalResults: 2, startIndex: 2, itemsPerPage: 1 });
    expect(reply.json.Resources).toEqual([{ schemas: [CORE_USER], id: "u1", title: "Boss" }]);
  });

  it("takes numbers as text (SCIM-SDK)", async () => {
    const { json } = await search("/Users/.search", { count: "1", startIndex: "2" });
    expect(json).toMatchObject({ itemsPerPage: 1, startIndex: 2 });
    expect(client.lastDialects()).toEqual(["string-number", "string-number"]);
  });

  it("searches groups, and everything at the root", async () => {
    expect((await search("/Groups/.search", { filter: 'members eq "u1"' })).json.totalResults).toBe(1);
    expect((await search("/.search", { filter: "id pr", count: 2 })).json).toMatchObject({
      totalResults: 4,
      itemsPerPage: 2,
    });
  });
});

describe("a query at the root (RFC 7644 §3.4.2.1)", () => {
  it("covers both types; an attribute that a type does not have has no value there", async () => {
    expect(await names("/")).toEqual(["ann", "ben", "cyd", "ann's team"]);
    expect(await names('?filter=title eq "boss" or displayName co "team"')).toEqual(["ann", "ann's team"]);
    expect(await names("/?filter=(meta.resourceType eq User) and (userName sw a)")).toEqual(["ann"]);
    expect(await names("/?filter=members pr")).toEqual(["ann's team"]);
  });

  it("means the attribute of one type where its schema's URN says so", async () => {
    const own = new Client();
    await own.post("/Users", { schemas: [CORE_USER], userName: "ann", displayName: "Sales" });
    await own.post("/Groups", { schemas: [CORE_GROUP], displayName: "Sales" });
    const found = async (filter: string) => (await own.get(`/?filter=${filter}`)).json.totalResults;
    expect(await found('displayName eq "sales"')).toBe(2);
    expect(await found(`${CORE_GROUP}:displayName eq "sales"`)).toBe(1);
    expect(await found(`${CORE_USER}:displayName eq "sales"`)).toBe(1);
    expect(await found(`${CORE_USER}:displayName eq "sales" and members eq null`)).toBe(1);
  });
});
