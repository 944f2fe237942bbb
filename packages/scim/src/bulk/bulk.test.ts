import { describe, expect, it } from "vitest";
import { BASE, Client } from "../../test/client.ts";
import { isJsonArray, isJsonObject, type JsonValue } from "../json.ts";
import {
  BULK_REQUEST,
  BULK_RESPONSE,
  CORE_GROUP,
  CORE_USER,
  ENTERPRISE_USER,
  ERROR,
} from "../schema/urns.ts";

const makeUser = (bulkId: string, more: object = {}) => ({
  method: "POST",
  path: "/Users",
  bulkId,
  data: { schemas: [CORE_USER], userName: bulkId, ...more },
});
const makeGroup = (bulkId: string, members: readonly string[]) => ({
  method: "POST",
  path: "/Groups",
  bulkId,
  data: { schemas: [CORE_GROUP], displayName: bulkId, members: members.map((value) => ({ value })) },
});

async function run(operations: JsonValue, client = new Client(), failOnErrors?: number) {
  const body = { schemas: [BULK_REQUEST], Operations: operations, ...(failOnErrors && { failOnErrors }) };
  const reply = await client.post("/Bulk", body);
  const { Operations } = reply.json;
  const results = isJsonArray(Operations) ? Operations.filter(isJsonObject) : [];
  return { client, reply, results, statuses: results.map(({ status }) => status) };
}

describe("a bulk request (RFC 7644 §3.7)", () => {
  it("is answered 200 with the status of every operation as text", async () => {
    const { client, reply, results } = await run([makeUser("ann"), makeUser("ann2")]);
    expect(reply.status).toBe(200);
    expect(reply.json.schemas).toEqual([BULK_RESPONSE]);
    expect(results[0]).toEqual({
      location: `${BASE}/Users/u1`,
      method: "POST",
      bulkId: "ann",
      version: 'W/"1"',
      status: "201",
    });
    const changes = await run(
      [
        {
          method: "PUT",
          path: "/Users/u1",
          version: 'W/"1"',
          data: { schemas: [CORE_USER], userName: "anna" },
        },
        { method: "PATCH", path: "/Users/u1", version: 'W/"1"', data: { schemas: [], Operations: [] } },
        { method: "DELETE", path: "/Users/u2" },
        { method: "DELETE", path: "/Users/u2" },
      ],
      client,
    );
    expect(changes.statuses).toEqual(["200", "412", "204", "404"]);
    expect(changes.results[1]).toMatchObject({
      location: `${BASE}/Users/u1`,
      response: { schemas: [ERROR], status: "412" },
    });
  });

  it("makes what an operation refers to first, in whatever order they come (§3.7.2)", async () => {
    const { client, statuses } = await run([
      makeGroup("team", ["bulkId:ann", "bulkId:ben"]),
      makeUser("ann"),
      makeUser("ben"),
    ]);
    expect(statuses).toEqual(["201", "201", "201"]);
    expect((await client.get("/Groups/g3")).json.members).toMatchObject([{ value: "u1" }, { value: "u2" }]);
  });

  it("resolves references that go round in a circle (§3.7.1)", async () => {
    const managed = (by: string) => ({
      schemas: [CORE_USER, ENTERPRISE_USER],
      [ENTERPRISE_USER]: { manager: { value: `bulkId:${by}` } },
    });
    const { client, results, statuses } = await run([
      makeUser("ann", managed("ben")),
      makeUser("ben", managed("ann")),
    ]);
    expect(statuses).toEqual(["201", "201"]);
    const [ben, ann] = [(await client.get("/Users/u1")).json, (await client.get("/Users/u2")).json];
    expect([ben.userName, ben[ENTERPRISE_USER]]).toEqual(["ben", { manager: { value: "u2" } }]);
    expect([ann.userName, ann[ENTERPRISE_USER]]).toEqual(["ann", { manager: { value: "u1" } }]);
    expect(results.map(({ version }) => version)).toEqual(['W/"1"', 'W/"2"']);
  });

  it("says of a resource of a circle that it has not got its reference, when the other was not made", async () => {
    const managed = (by: string) => ({
      schemas: [CORE_USER, ENTERPRISE_USER],
      [ENTERPRISE_USER]: { manager: { value: `bulkId:${by}` } },
    });
    const { client, results, statuses } = await run([
      makeUser("ann", { ...managed("ben"), userName: "" }),
      makeUser("ben", managed("ann")),
    ]);
    expect(statuses).toEqual(["400", "409"]);
    expect(results[1]).toMatchObject({
      location: `${BASE}/Users/u1`,
      response: { schemas: [ERROR], status: "409", detail: expect.stringContaining("ann") },
    });
    expect((await client.get("/Users/u1")).json).not.toHaveProperty([ENTERPRISE_USER]);
  });

  it.each([
    ["a list", (operation: JsonValue) => [operation]],
    ["a list in a list", (operation: JsonValue) => [[operation]]],
  ])("takes the operations of a PATCH as %s too, as the example of §3.7.3 has them", async (_, dataOf) => {
    const data = dataOf({ op: "add", path: "nickName", value: "Annie" });
    const { client, statuses } = await run([
      makeUser("ann"),
      { method: "PATCH", path: "/Users/bulkId:ann", data },
    ]);
    expect(statuses).toEqual(["201", "200"]);
    expect((await client.get("/Users/u1")).json.nickName).toBe("Annie");
  });

  it("knows a bulkId in the path and in the path of a PATCH", async () => {
    const { client, statuses } = await run([
      makeUser("ann"),
      makeGroup("team", ["bulkId:ann"]),
      {
        method: "PATCH",
        path: "/Groups/bulkId:team",
        data: { Operations: [{ op: "remove", path: 'members[value eq "bulkId:ann"]' }] },
      },
    ]);
    expect(statuses).toEqual(["201", "201", "200"]);
    expect((await client.get("/Groups/g2")).json.members).toEqual([]);
  });

  it("is 409 for what refers to a resource that was not made", async () => {
    const { statuses } = await run([
      makeUser("ann", { userName: "" }),
      makeGroup("team", ["bulkId:ann"]),
      makeGroup("b", ["bulkId:nobody"]),
    ]);
    expect(statuses).toEqual(["400", "409", "409"]);
  });

  it("goes on after errors, or stops after as many as the client accepts", async () => {
    const operations = [
      { method: "DELETE", path: "/Users/a" },
      { method: "DELETE", path: "/Users/b" },
      makeUser("ann"),
    ];
    expect((await run(operations)).statuses).toEqual(["404", "404", "201"]);
    expect((await run(operations, new Client(), 1)).statuses).toEqual(["404"]);
    expect((await run(operations, new Client(), 2)).statuses).toEqual(["404", "404"]);
  });

  it("refuses by itself an operation that is incomplete, or for no resource", async () => {
    const { statuses } = await run([
      { method: "POST", path: "/Users", data: {} },
      { method: "PUT", path: "/Users/u1" },
      { method: "GET", path: "/Users/u1" },
      { method: "POST", path: "/Bulk", bulkId: "x", data: {} },
      { method: "POST", path: "/Users/.search", bulkId: "y", data: {} },
      { method: "DELETE", path: "/Users" },
    ]);
    expect(statuses).toEqual(["400", "400", "405", "404", "404", "404"]);
  });

  it.each([
    [{ Operations: "x" }, 400],
    [{ Operations: [7] }, 400],
    [{ Operations: [makeUser("a"), makeUser("a")] }, 400],
    [{ Operations: [], failOnErrors: 0 }, 400],
  ])("%j is refused as a whole", async (body, status) => {
    expect((await new Client().post("/Bulk", { schemas: [BULK_REQUEST], ...body })).status).toBe(status);
  });

  it("names the limit that was exceeded (§3.7.4)", async () => {
    const { reply } = await run(Array.from({ length: 1001 }, () => ({ method: "DELETE", path: "/Users/a" })));
    expect(reply.status).toBe(413);
    expect(reply.json.detail).toContain("maxOperations (1000)");
  });

  it("asks first who is calling", async () => {
    const reply = await new Client().send("POST", "/Bulk", '{"Operations":[]}', {
      authorization: "Bearer x",
    });
    expect(reply.status).toBe(401);
  });

  it("leaves one event per operation", async () => {
    const { client } = await run([makeUser("ann"), { method: "DELETE", path: "/Users/nobody" }]);
    const seen = client.directory.recorded.map(({ call, error }) => [call.method, call.path, error?.status]);
    expect(seen).toEqual([
      ["POST", "/Bulk", undefined],
      ["POST", "/Users", undefined],
      ["DELETE", "/Users/nobody", 404],
    ]);
  });
});
