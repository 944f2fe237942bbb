import type { JsonValue } from "@rollcall/scim";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Client, connect, PATCH_OP, USER } from "./client.ts";

const secret = "hunter2-correct-horse";
const urn = "urn:ietf:params:scim:schemas:core:2.0:User";
let client: Client;
let id = "";

beforeAll(async () => {
  client = await connect({ "content-type": "application/scim+json" });
  const ann = { schemas: USER, userName: "ann@x.test", password: secret };
  id = String((await client.send("POST", "/Users", ann)).json.id);
});
afterAll(() => client.stage.close());

const patch = (operation: JsonValue) => [
  "PATCH",
  `/Users/${id}`,
  { schemas: PATCH_OP, Operations: [operation] },
];
const bulk = (data: JsonValue) => ({
  schemas: ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
  Operations: [{ method: "POST", path: "/Users", bulkId: "b", data }],
});

it("a password that a client sends, in whatever way, is kept nowhere", async () => {
  const filter = `password eq "${secret}"`;
  const requests = [
    ["PUT", `/Users/${id}`, { schemas: USER, userName: "ann@x.test", PassWord: secret }],
    ["PUT", `/Users/${id}`, { schemas: USER, userName: "ann@x.test", password: [secret] }],
    ["PUT", `/Users/${id}`, { schemas: USER, userName: "ann@x.test", password: { value: secret } }],
    ["PUT", `/Users/${id}`, { schemas: USER, userName: "ann@x.test", [`${urn}:password`]: secret }],
    patch({ op: "replace", path: "password", value: secret }),
    patch({ op: "Replace", path: `${urn}:password`, value: secret }),
    patch({ op: "add", value: { password: secret } }),
    ["POST", "/Bulk", bulk({ schemas: USER, userName: "bea@x.test", password: secret })],
    ["GET", `/Users?filter=${encodeURIComponent(filter)}`],
    ["GET", `/Users?filter=${encodeURIComponent(`userName eq "a" or ${filter}`)}`],
    ["GET", `/Users?attributes=password&password=${secret}`],
    ["POST", "/Users/.search", { schemas: ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"], filter }],
    [
      "POST",
      "/.search",
      { schemas: ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"], Filter: filter },
    ],
  ];
  for (const [method, path, body] of requests) await client.send(String(method), String(path), body);
  await client.stage.directory.flush();
  expect(client.faults).toEqual([]);
  for (const table of ["ProvisioningEvent", "User", "AuditEntry"]) {
    const { rows } = await client.stage.db.pool.query<{ row: string }>(
      `SELECT t::text AS row FROM "${table}" t`,
    );
    expect(rows.map(({ row }) => row).filter((row) => row.includes("hunter2"))).toEqual([]);
  }
});
