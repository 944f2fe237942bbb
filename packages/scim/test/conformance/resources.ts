import { expect } from "vitest";
import { CORE_GROUP, CORE_USER, ENTERPRISE_USER } from "../../src/index.ts";
import { BASE } from "../client.ts";
import { ANN, makeAnn, type Requirement } from "./requirement.ts";

/** Creating, reading, replacing, deleting, and what a resource looks like. */
export const resourceRequirements: readonly Requirement[] = [
  {
    section: "RFC 7643 §2.1",
    level: "MUST",
    says: "Attribute names are case-insensitive.",
    observe: async (client) => {
      const { reply } = await makeAnn(client, { NICKNAME: "A" });
      expect(reply.json.nickName).toBe("A");
    },
  },
  {
    section: "RFC 7643 §2.4",
    level: "MUST",
    says: "`primary` is true for one value of an attribute at most.",
    observe: async (client) => {
      const { reply } = await makeAnn(client, {
        emails: [
          { value: "a", primary: true },
          { value: "b", primary: true },
        ],
      });
      expect(reply.status).toBe(400);
    },
  },
  {
    section: "RFC 7643 §2.4",
    level: "SHOULD",
    says: "The same (type, value) is not returned twice.",
    observe: async (client) => {
      const email = { value: "a@x.io", type: "work" };
      const { reply } = await makeAnn(client, { emails: [email, email] });
      expect(reply.json.emails).toEqual([email]);
    },
  },
  {
    section: "RFC 7643 §2.5",
    level: "MUST",
    says: "null and an empty array are the same as no value.",
    observe: async (client) => {
      const { reply } = await makeAnn(client, { title: null, phoneNumbers: [] });
      expect(reply.json).not.toHaveProperty("title");
      expect(reply.json).not.toHaveProperty("phoneNumbers");
    },
  },
  {
    section: "RFC 7643 §3",
    level: "MUST",
    says: "`schemas` names the schemas in use, an extension only when it has content.",
    observe: async (client) => {
      const { path, reply } = await makeAnn(client, { schemas: [CORE_USER, ENTERPRISE_USER] });
      expect(reply.json.schemas).toEqual([CORE_USER]);
      const used = await client.patch(path, [{ op: "add", path: `${ENTERPRISE_USER}:division`, value: "D" }]);
      expect(used.json.schemas).toEqual([CORE_USER, ENTERPRISE_USER]);
    },
  },
  {
    section: "RFC 7643 §3.1",
    level: "MUST",
    says: "`id` and `meta` are the service provider's: what the client sends is ignored.",
    observe: async (client) => {
      const { reply } = await makeAnn(client, { id: "mine", meta: { resourceType: "Cat", version: "9" } });
      expect(reply.json.id).not.toBe("mine");
      expect(reply.json.meta).toMatchObject({ resourceType: "User", version: 'W/"1"' });
    },
  },
  {
    section: "RFC 7643 §4.1.1",
    level: "MUST",
    says: "`userName` is required and not empty.",
    observe: async (client) => {
      for (const userName of [null, ""]) {
        const reply = await client.post("/Users", { ...ANN, userName });
        expect([reply.status, reply.json.scimType]).toEqual([400, "invalidValue"]);
      }
    },
  },
  {
    section: "RFC 7643 §4.1.1",
    level: "MUST",
    says: "`password` is never returned.",
    observe: async (client) => {
      const { path, reply } = await makeAnn(client, { password: "correct horse" });
      const read = await client.get(`${path}?attributes=password`);
      expect(reply.text + read.text).not.toContain("correct horse");
    },
  },
  {
    section: "RFC 7643 §4.2",
    level: "MUST",
    says: "A group has a `displayName`.",
    observe: async (client) => {
      expect((await client.post("/Groups", { schemas: [CORE_GROUP] })).status).toBe(400);
    },
  },
  {
    section: "RFC 7644 §3.3",
    level: "MUST",
    says: "Creating is answered 201 with `Location`, `Content-Location` and the same `meta.location`.",
    observe: async (client) => {
      const { path, reply } = await makeAnn(client);
      expect([reply.status, reply.headers.location]).toEqual([201, `${BASE}${path}`]);
      expect(reply.headers["content-location"]).toBe(`${BASE}${path}`);
      expect(reply.json.meta).toMatchObject({ location: `${BASE}${path}` });
    },
  },
  {
    section: "RFC 7644 §3.3",
    level: "MUST",
    says: "A duplicate is 409 with `uniqueness`.",
    observe: async (client) => {
      await makeAnn(client);
      const { reply } = await makeAnn(client, { userName: "ANN@X.IO" });
      expect([reply.status, reply.json.scimType]).toEqual([409, "uniqueness"]);
    },
  },
  {
    section: "RFC 7644 §3.3.1",
    level: "MUST",
    says: "`meta.resourceType` is that of the endpoint.",
    observe: async (client) => {
      const group = await client.post("/Groups", { schemas: [CORE_GROUP], displayName: "Team" });
      expect(group.json.meta).toMatchObject({ resourceType: "Group" });
    },
  },
  {
    section: "RFC 7644 §3.4.1",
    level: "MUST",
    says: "A known resource is read at its address.",
    observe: async (client) => {
      const { path, reply } = await makeAnn(client);
      expect((await client.get(path)).json).toEqual(reply.json);
    },
  },
  {
    section: "RFC 7644 §3.5.1",
    level: "MUST",
    says: "PUT makes no resource.",
    observe: async (client) => {
      expect((await client.put("/Users/nobody", ANN)).status).toBe(404);
      expect((await client.get("/Users")).json.totalResults).toBe(0);
    },
  },
  {
    section: "RFC 7644 §3.5.1",
    level: "MUST",
    says: "PUT replaces what it names, ignores what is readOnly, and needs what is required.",
    observe: async (client) => {
      const { path, reply } = await makeAnn(client);
      const put = await client.put(path, { schemas: [CORE_USER], userName: "anna@x.io", id: "other" });
      expect([put.status, put.json.userName, put.json.id]).toEqual([200, "anna@x.io", reply.json.id]);
      expect((await client.put(path, { schemas: [CORE_USER] })).status).toBe(400);
    },
  },
  {
    section: "RFC 7644 §3.6",
    level: "MUST",
    says: "After DELETE (204) every operation on the resource is 404, and no query shows it.",
    observe: async (client) => {
      const { path } = await makeAnn(client);
      expect((await client.delete(path)).status).toBe(204);
      const replies = [
        await client.get(path),
        await client.put(path, ANN),
        await client.patch(path, [{ op: "add", path: "title", value: "x" }]),
        await client.delete(path),
      ];
      expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      expect((await client.get("/Users")).json.totalResults).toBe(0);
    },
  },
  {
    section: "RFC 7644 §3.6",
    level: "SHOULD",
    says: "A deleted resource is not in the way of a new one with the same name.",
    observe: async (client) => {
      const { path } = await makeAnn(client);
      await client.delete(path);
      expect((await makeAnn(client)).reply.status).toBe(201);
    },
  },
  {
    section: "RFC 7644 §3.14",
    level: "MUST",
    says: "ETags are in the header, and in `meta.version` too.",
    observe: async (client) => {
      const { reply } = await makeAnn(client);
      expect(reply.json.meta).toMatchObject({ version: reply.headers.etag });
    },
  },
  {
    section: "RFC 7644 §3.14",
    level: "MAY",
    says: "If-Match with another version is 412; If-None-Match with the present one is 304.",
    observe: async (client) => {
      const { path } = await makeAnn(client);
      expect((await client.put(path, ANN, { "if-match": 'W/"0"' })).status).toBe(412);
      expect((await client.get(path, { "if-none-match": 'W/"1"' })).status).toBe(304);
    },
  },
];
