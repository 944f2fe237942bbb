import assert from "node:assert/strict";
import { at, listAt, textAt } from "../../wire/json.ts";
import type { Reply } from "../../wire/reply.ts";
import { BULK, GROUP } from "../../wire/urn.ts";
import type { Endpoint } from "../endpoint.ts";
import { holds, isError, isStatus, memberIds } from "../expect.ts";
import { suite } from "../suite.ts";

export const bulk = suite("RFC 7644: bulk", "RFC 7644 §3.7", (check) => {
  const send = (scim: Endpoint, Operations: readonly object[], more: object = {}) =>
    scim.send("POST", "/Bulk", { schemas: [BULK], Operations, ...more });
  const statuses = (reply: Reply) =>
    listAt(reply.json, "Operations").map((operation) => at(operation, "status"));
  const idAt = (reply: Reply, index: number) =>
    textAt(reply.json, "Operations", index, "location")?.split("/").at(-1) ?? "";
  const create = (scim: Endpoint, bulkId: string, changes: object = {}) => ({
    method: "POST",
    path: "/Users",
    bulkId,
    data: scim.userBody(changes),
  });
  const remove = async (scim: Endpoint, reply: Reply) => {
    for (const operation of listAt(reply.json, "Operations")) {
      const target = textAt(operation, "location")?.replace(/^.*\/v2(?=\/)/, "");
      if (target) await scim.send("DELETE", target);
    }
  };

  check(
    "a member refers to a user of the same request by bulkId",
    async (scim) => {
      const data = { schemas: [GROUP], displayName: scim.unique(), members: [{ value: "bulkId:ann" }] };
      const reply = await send(scim, [
        create(scim, "ann"),
        { method: "POST", path: "/Groups", bulkId: "g", data },
      ]);
      isStatus(reply, 200);
      assert.deepEqual(statuses(reply), ["201", "201"]);
      assert.deepEqual(memberIds(await scim.get(`/Groups/${idAt(reply, 1)}`)), [idAt(reply, 0)]);
      await remove(scim, reply);
    },
    { source: "RFC 7644 §3.7.2" },
  );

  check(
    "references may point forward",
    async (scim) => {
      const data = { schemas: [GROUP], displayName: scim.unique(), members: [{ value: "bulkId:later" }] };
      const reply = await send(scim, [
        { method: "POST", path: "/Groups", bulkId: "g", data },
        create(scim, "later"),
      ]);
      assert.deepEqual(statuses(reply), ["201", "201"]);
      await remove(scim, reply);
    },
    { source: "RFC 7644 §3.7.1" },
  );

  check(
    "each operation has its own status as text; others go on after a failure",
    async (scim) => {
      const missing = { method: "DELETE", path: "/Users/019a0000-0000-7000-8000-000000000000" };
      const reply = await send(scim, [missing, create(scim, "a")]);
      assert.deepEqual(statuses(reply), ["404", "201"]);
      await remove(scim, reply);
    },
    { source: "RFC 7644 §3.7.3" },
  );

  check(
    "failOnErrors stops after so many",
    async (scim) => {
      const missing = { method: "DELETE", path: "/Users/019a0000-0000-7000-8000-000000000000" };
      const reply = await send(scim, [missing, create(scim, "a")], { failOnErrors: 1 });
      assert.deepEqual(statuses(reply), ["404"]);
    },
    { source: "RFC 7644 §3.7.3" },
  );

  check("a PATCH and a PUT inside a bulk are carried out", async (scim) => {
    const body = scim.userBody();
    const id = await scim.makeUser(body);
    const data = {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
      Operations: [{ op: "add", path: "title", value: "T" }],
    };
    const put = { method: "PUT", path: `/Users/${id}`, data: { ...body, displayName: "D", title: "T" } };
    const reply = await send(scim, [{ method: "PATCH", path: `/Users/${id}`, data }, put]);
    assert.ok(statuses(reply).every((status) => status === "200" || status === "204"));
    const user = await scim.get(`/Users/${id}`);
    holds(user, "T", "title");
    holds(user, "D", "displayName");
  });

  check(
    "too many operations: 413",
    async (scim) => {
      const { json } = await scim.get("/ServiceProviderConfig");
      const limit = Number(at(json, "bulk", "maxOperations"));
      const many = Array.from({ length: limit + 1 }, () => ({ method: "DELETE", path: "/Users/x" }));
      isError(await send(scim, many), 413);
    },
    { source: "RFC 7644 §3.7.4" },
  );
});
