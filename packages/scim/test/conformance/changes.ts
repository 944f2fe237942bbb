import { expect } from "vitest";
import { BULK_REQUEST, CORE_GROUP, CORE_USER, ENTERPRISE_USER } from "../../src/index.ts";
import type { Client } from "../client.ts";
import { ANN, makeAnn, type Requirement } from "./requirement.ts";

async function patched(client: Client, operations: Parameters<Client["patch"]>[1]) {
  const { path } = await makeAnn(client);
  return client.patch(path, operations);
}

/** PATCH and bulk. */
export const changeRequirements: readonly Requirement[] = [
  {
    section: "RFC 7644 §3.5.2",
    level: "MUST",
    says: "PATCH is atomic: when one operation fails, none has happened.",
    observe: async (client) => {
      const { path, reply } = await makeAnn(client);
      const operations = [
        { op: "add", path: "title", value: "x" },
        { op: "remove", path: "userName" },
      ];
      expect((await client.patch(path, operations)).status).toBe(400);
      expect((await client.get(path)).json).toEqual(reply.json);
    },
  },
  {
    section: "RFC 7644 §3.5.2",
    level: "MUST",
    says: "Each operation works on what the one before it left.",
    observe: async (client) => {
      const reply = await patched(client, [
        { op: "add", path: "ims", value: [{ value: "a", type: "xmpp" }] },
        { op: "replace", path: 'ims[type eq "xmpp"].value', value: "b" },
      ]);
      expect(reply.json.ims).toEqual([{ value: "b", type: "xmpp" }]);
    },
  },
  {
    section: "RFC 7644 §3.5.2",
    level: "MUST",
    says: "A value that becomes primary makes the others not primary.",
    observe: async (client) => {
      const { json } = await patched(client, [
        { op: "add", path: "emails", value: [{ value: "b", primary: true }] },
      ]);
      expect(json.emails).toMatchObject([{ primary: false }, { primary: true }]);
    },
  },
  {
    section: "RFC 7644 §3.5.2",
    level: "MUST",
    says: "The answer is 200 with the resource, or 204; with `attributes` it is 200.",
    observe: async (client) => {
      expect((await patched(client, [{ op: "add", path: "title", value: "x" }])).json.title).toBe("x");
      const { json } = await client.post("/Groups", { schemas: [CORE_GROUP], displayName: "Team" });
      const path = `/Groups/${String(json.id)}`;
      const rename = [{ op: "replace", path: "displayName", value: "T" }];
      expect((await client.patch(path, rename)).json.displayName).toBe("T");
      expect((await client.patch(`${path}?attributes=displayName`, rename)).status).toBe(200);
    },
  },
  {
    section: "RFC 7644 §3.5.2",
    level: "MUST",
    says: "A readOnly attribute is not changed: 400 `mutability`.",
    observe: async (client) => {
      expect((await patched(client, [{ op: "replace", path: "id", value: "x" }])).json.scimType).toBe(
        "mutability",
      );
    },
  },
  {
    section: "RFC 7644 §3.5.2.1",
    level: "MUST",
    says: "`add` of what is there changes nothing, not even `lastModified`.",
    observe: async (client) => {
      const { path, reply } = await makeAnn(client);
      const again = await client.patch(path, [
        { op: "add", value: { emails: ANN.emails, userName: ANN.userName } },
      ]);
      expect(again.json).toEqual(reply.json);
    },
  },
  {
    section: "RFC 7644 §3.5.2.1",
    level: "MUST",
    says: "`add` appends to a multi-valued attribute and replaces a single value.",
    observe: async (client) => {
      const { json } = await patched(client, [
        { op: "add", value: { emails: [{ value: "b" }], displayName: "B" } },
      ]);
      expect([json.displayName, Array.isArray(json.emails) && json.emails.length]).toEqual(["B", 2]);
    },
  },
  {
    section: "RFC 7644 §3.5.2.2",
    level: "MUST",
    says: "`remove` without path is 400 `noTarget`; of a required attribute 400 `mutability`.",
    observe: async (client) => {
      expect((await patched(client, [{ op: "remove" }])).json.scimType).toBe("noTarget");
      const { reply } = await makeAnn(client, { userName: "b" });
      const refused = await client.patch(`/Users/${String(reply.json.id)}`, [
        { op: "remove", path: "userName" },
      ]);
      expect(refused.json.scimType).toBe("mutability");
    },
  },
  {
    section: "RFC 7644 §3.5.2.2",
    level: "MUST",
    says: "`remove` of selected values leaves the others; of somebody who is no member it succeeds.",
    observe: async (client) => {
      const { reply } = await makeAnn(client);
      const members = [{ value: String(reply.json.id) }];
      const { json } = await client.post("/Groups", { schemas: [CORE_GROUP], displayName: "Team", members });
      const path = `/Groups/${String(json.id)}`;
      const left = await client.patch(path, [{ op: "remove", path: 'members[value eq "nobody"]' }]);
      expect([left.status, left.json.members]).toMatchObject([200, members]);
    },
  },
  {
    section: "RFC 7644 §3.5.2.3",
    level: "MUST",
    says: "`replace` of a complex attribute leaves the sub-attributes it does not name.",
    observe: async (client) => {
      const { json } = await patched(client, [{ op: "replace", path: "name", value: { givenName: "B" } }]);
      expect(json.name).toEqual({ givenName: "B", familyName: "Ax" });
    },
  },
  {
    section: "RFC 7644 §3.5.2.3",
    level: "MUST",
    says: "`replace` of what has no value is an `add`.",
    observe: async (client) => {
      expect((await patched(client, [{ op: "replace", path: "title", value: "x" }])).json.title).toBe("x");
    },
  },
  {
    section: "RFC 7644 §3.5.2.3",
    level: "MUST",
    says: "`replace` at a filter that matches nothing is 400 `noTarget` (a plain `eq` filter makes the value: a dialect).",
    observe: async (client) => {
      const reply = await patched(client, [
        { op: "replace", path: 'emails[value ew "@y.io"].value', value: "x" },
      ]);
      expect([reply.status, reply.json.scimType]).toEqual([400, "noTarget"]);
    },
  },
  {
    section: "RFC 7644 §3.7",
    level: "MUST",
    says: "A bulk request is 200 with a status as text for every operation, in spite of partial failures.",
    observe: async (client) => {
      const Operations = [
        { method: "DELETE", path: "/Users/nobody" },
        { method: "POST", path: "/Users", bulkId: "a", data: ANN },
      ];
      const reply = await client.post("/Bulk", { schemas: [BULK_REQUEST], Operations });
      expect(reply.status).toBe(200);
      expect(reply.json.Operations).toMatchObject([
        { status: "404", response: { status: "404" } },
        { status: "201" },
      ]);
    },
  },
  {
    section: "RFC 7644 §3.7",
    level: "MUST",
    says: "`failOnErrors` ends a bulk request after that many errors.",
    observe: async (client) => {
      const Operations = [
        { method: "DELETE", path: "/Users/a" },
        { method: "DELETE", path: "/Users/b" },
      ];
      const reply = await client.post("/Bulk", { schemas: [BULK_REQUEST], failOnErrors: 1, Operations });
      expect(reply.json.Operations).toHaveLength(1);
    },
  },
  {
    section: "RFC 7644 §3.7.1",
    level: "MUST",
    says: "Circular references within a bulk request are resolved.",
    observe: async (client) => {
      const managed = (userName: string, by: string) => ({
        schemas: [CORE_USER, ENTERPRISE_USER],
        userName,
        [ENTERPRISE_USER]: { manager: { value: `bulkId:${by}` } },
      });
      const Operations = [
        { method: "POST", path: "/Users", bulkId: "a", data: managed("a", "b") },
        { method: "POST", path: "/Users", bulkId: "b", data: managed("b", "a") },
      ];
      await client.post("/Bulk", { schemas: [BULK_REQUEST], Operations });
      const [one, two] = [(await client.get("/Users/u1")).json, (await client.get("/Users/u2")).json];
      expect([one[ENTERPRISE_USER], two[ENTERPRISE_USER]]).toEqual([
        { manager: { value: "u2" } },
        { manager: { value: "u1" } },
      ]);
    },
  },
  {
    section: "RFC 7644 §3.7.2",
    level: "MUST",
    says: "`bulkId:` references become permanent ids.",
    observe: async (client) => {
      const group = { schemas: [CORE_GROUP], displayName: "Team", members: [{ value: "bulkId:a" }] };
      const Operations = [
        { method: "POST", path: "/Users", bulkId: "a", data: ANN },
        { method: "POST", path: "/Groups", bulkId: "g", data: group },
      ];
      await client.post("/Bulk", { schemas: [BULK_REQUEST], Operations });
      expect((await client.get("/Groups/g2")).json.members).toMatchObject([{ value: "u1" }]);
    },
  },
  {
    section: "RFC 7644 §3.7.4",
    level: "MUST",
    says: "Too many operations are 413, and the answer names the limit.",
    observe: async (client) => {
      const Operations = Array.from({ length: 1001 }, () => ({ method: "DELETE", path: "/Users/a" }));
      const reply = await client.post("/Bulk", { schemas: [BULK_REQUEST], Operations });
      expect([reply.status, String(reply.json.detail)]).toEqual([413, expect.stringContaining("1000")]);
    },
  },
];
