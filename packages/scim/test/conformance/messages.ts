import { expect } from "vitest";
import { CORE_GROUP, CORE_USER, ENTERPRISE_USER, ERROR, LIST_RESPONSE } from "../../src/index.ts";
import { makeAnn, type Requirement } from "./requirement.ts";

/** Authentication, media types, errors, discovery. */
export const messageRequirements: readonly Requirement[] = [
  {
    section: "RFC 7644 §2",
    level: "MUST",
    says: "401 comes with WWW-Authenticate.",
    observe: async (client) => {
      const reply = await client.get("/Users", { authorization: "" });
      expect([reply.status, reply.headers["www-authenticate"]]).toEqual([
        401,
        expect.stringContaining("Bearer"),
      ]);
    },
  },
  {
    section: "RFC 7644 §3.1, §3.8",
    level: "MUST",
    says: "`application/scim+json` is accepted and is the default answer; `application/json` is accepted and given on request.",
    observe: async (client) => {
      expect((await client.get("/Users")).headers["content-type"]).toBe("application/scim+json");
      const json = await client.get("/Users", { accept: "application/json" });
      expect(json.headers["content-type"]).toBe("application/json");
      const body = JSON.stringify({ schemas: [CORE_USER], userName: "a" });
      const created = await client.send("POST", "/Users", body, {
        "content-type": "application/json; charset=utf-8",
      });
      expect(created.status).toBe(201);
    },
  },
  {
    section: "RFC 7644 §3.11",
    level: "SHOULD",
    says: "/Me is 501 when it is not supported.",
    observe: async (client) => expect((await client.get("/Me")).status).toBe(501),
  },
  {
    section: "RFC 7644 §3.12",
    level: "MUST",
    says: "Every error is a JSON body with the Error schema and the status as text.",
    observe: async (client) => {
      const replies = [
        await client.get("/nowhere"),
        await client.get("/Users/nobody"),
        await client.send("POST", "/Users", "{"),
        await client.send("PATCH", "/Users", "{}"),
        await client.get("/Users", { authorization: "Bearer x" }),
      ];
      for (const { status, json } of replies)
        expect(json).toMatchObject({ schemas: [ERROR], status: String(status) });
      expect(replies.map(({ status }) => status)).toEqual([404, 404, 400, 405, 401]);
    },
  },
  {
    section: "RFC 7644 §4",
    level: "MUST",
    says: "/Schemas and /ResourceTypes are ListResponses; each entry can be read by itself.",
    observe: async (client) => {
      expect((await client.get("/Schemas")).json).toMatchObject({
        schemas: [LIST_RESPONSE],
        totalResults: 3,
      });
      expect((await client.get("/ResourceTypes")).json).toMatchObject({
        schemas: [LIST_RESPONSE],
        totalResults: 2,
      });
      for (const urn of [CORE_USER, ENTERPRISE_USER, CORE_GROUP]) {
        expect((await client.get(`/Schemas/${urn}`)).json.id).toBe(urn);
      }
    },
  },
  {
    section: "RFC 7644 §4",
    level: "SHOULD",
    says: "A filter on /Schemas or /ResourceTypes is 403.",
    observe: async (client) => {
      for (const path of ["/Schemas", "/ResourceTypes"]) {
        expect((await client.get(`${path}?filter=id%20pr`)).status).toBe(403);
      }
    },
  },
  {
    section: "RFC 7643 §5",
    level: "MUST",
    says: "ServiceProviderConfig says what is supported, and can be read without a token.",
    observe: async (client) => {
      const reply = await client.get("/ServiceProviderConfig", { authorization: "" });
      expect(reply.json).toMatchObject({
        patch: { supported: true },
        bulk: { supported: true, maxOperations: 1000, maxPayloadSize: 4_194_304 },
        filter: { supported: true, maxResults: 200 },
        changePassword: { supported: false },
        sort: { supported: true },
        etag: { supported: true },
      });
    },
  },
  {
    section: "RFC 9865 §4",
    level: "MUST",
    says: "ServiceProviderConfig tells of cursor paging, with index paging as the default.",
    observe: async (client) => {
      expect((await client.get("/ServiceProviderConfig")).json.pagination).toEqual({
        cursor: true,
        cursorTimeout: 3600,
        index: true,
        defaultPaginationMethod: "index",
        defaultPageSize: 100,
        maxPageSize: 200,
      });
    },
  },
  {
    section: "RFC 7643 §7",
    level: "MUST",
    says: "Schemas tell the characteristics of every attribute.",
    observe: async (client) => {
      const { reply } = await makeAnn(client);
      const { attributes } = (await client.get(`/Schemas/${CORE_USER}`)).json;
      const names = Array.isArray(attributes) ? attributes.map(({ name }) => name) : [];
      const common = ["schemas", "id", "externalId", "meta"];
      expect(names).toEqual(
        expect.arrayContaining(Object.keys(reply.json).filter((name) => !common.includes(name))),
      );
      const keys = ["name", "type", "multiValued", "required", "mutability", "returned", "uniqueness"];
      for (const attribute of Array.isArray(attributes) ? attributes : []) {
        expect(Object.keys(attribute)).toEqual(expect.arrayContaining(keys));
      }
    },
  },
];
