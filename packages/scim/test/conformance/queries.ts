import { expect } from "vitest";
import { CORE_GROUP, CORE_USER, LIST_RESPONSE, SEARCH_REQUEST } from "../../src/index.ts";
import type { Client } from "../client.ts";
import { ANN, makeAnn, type Requirement } from "./requirement.ts";

async function count(client: Client, filter: string, path = "/Users"): Promise<unknown> {
  return (await client.get(`${path}?filter=${encodeURIComponent(filter)}`)).json.totalResults;
}

async function threeUsers(client: Client): Promise<void> {
  for (const userName of ["a", "b", "c"]) await client.post("/Users", { ...ANN, userName });
}

/** Lists, filters, sorting, paging, projection, search. */
export const queryRequirements: readonly Requirement[] = [
  {
    section: "RFC 7644 §3.4.2",
    level: "MUST",
    says: "A query that matches nothing is 200 with `totalResults` 0.",
    observe: async (client) => {
      const reply = await client.get("/Users");
      expect(reply.status).toBe(200);
      expect(reply.json).toMatchObject({ schemas: [LIST_RESPONSE], totalResults: 0 });
    },
  },
  {
    section: "RFC 7644 §3.4.2",
    level: "SHOULD",
    says: "Query parameters that nobody knows are ignored.",
    observe: async (client) => {
      expect((await client.get("/Users?unheardOf=1")).status).toBe(200);
    },
  },
  {
    section: "RFC 7644 §3.4.2.1",
    level: "MAY",
    says: "A query at the root covers users and groups; `meta.resourceType` tells them apart.",
    observe: async (client) => {
      await makeAnn(client);
      await client.post("/Groups", { schemas: [CORE_GROUP], displayName: "Team" });
      expect((await client.get("/")).json.totalResults).toBe(2);
      expect(await count(client, "(meta.resourceType eq User) or (meta.resourceType eq Group)", "/")).toBe(2);
      expect(await count(client, 'meta.resourceType eq "Group"', "/")).toBe(1);
    },
  },
  {
    section: "RFC 7644 §3.4.2.2",
    level: "MUST",
    says: "Names and operators of a filter are case-insensitive; values are as the attribute is caseExact.",
    observe: async (client) => {
      await makeAnn(client, { externalId: "aB" });
      expect(await count(client, 'USERNAME EQ "ANN@X.IO"')).toBe(1);
      expect(await count(client, 'externalId eq "ab"')).toBe(0);
    },
  },
  {
    section: "RFC 7644 §3.4.2.2",
    level: "MUST",
    says: "eq, ne, co, sw, ew, pr, gt, ge, lt and le mean what Table 3 says.",
    observe: async (client) => {
      await makeAnn(client, { title: "Boss" });
      const holds = [
        'title eq "boss"',
        'title ne "x"',
        'title co "os"',
        'title sw "b"',
        'title ew "s"',
        "title pr",
        'title gt "a"',
        'title ge "boss"',
        'title lt "c"',
        'title le "boss"',
        'meta.created gt "2000-01-01T00:00:00Z"',
      ];
      const fails = [
        'title eq "x"',
        'title ne "boss"',
        'title co "x"',
        'title sw "o"',
        'title ew "b"',
        "nickName pr",
        'title gt "boss"',
        'title lt "boss"',
      ];
      for (const filter of holds) expect(await count(client, filter), filter).toBe(1);
      for (const filter of fails) expect(await count(client, filter), filter).toBe(0);
    },
  },
  {
    section: "RFC 7644 §3.4.2.2",
    level: "MUST",
    says: "Grouping comes before `not`, `not` before `and`, `and` before `or`.",
    observe: async (client) => {
      await makeAnn(client, { title: "Boss" });
      expect(await count(client, "title pr or nickName pr and nickName pr")).toBe(1);
      expect(await count(client, "(title pr or nickName pr) and nickName pr")).toBe(0);
      expect(await count(client, "not (nickName pr) and title pr")).toBe(1);
    },
  },
  {
    section: "RFC 7644 §3.4.2.2",
    level: "MUST",
    says: "A filter in [ ] applies to one value of the attribute; a multi-valued attribute matches if any value does.",
    observe: async (client) => {
      await makeAnn(client, {
        emails: [
          { value: "a@x.io", type: "work" },
          { value: "a@home.io", type: "home" },
        ],
      });
      expect(await count(client, 'emails[type eq "work" and value ew "home.io"]')).toBe(0);
      expect(await count(client, 'emails.type eq "work" and emails.value ew "home.io"')).toBe(1);
    },
  },
  {
    section: "RFC 7644 §3.4.2.2",
    level: "MUST",
    says: "Order on a boolean or binary attribute, and an unknown operator, are 400 `invalidFilter`.",
    observe: async (client) => {
      for (const filter of ["active gt true", 'x509Certificates.value lt "a"', 'userName regex "a"']) {
        const { status, json } = await client.get(`/Users?filter=${encodeURIComponent(filter)}`);
        expect([status, json.scimType]).toEqual([400, "invalidFilter"]);
      }
    },
  },
  {
    section: "RFC 7644 §3.4.2.3",
    level: "MUST",
    says: "`sortBy` sorts ascending unless told otherwise; resources without a value come last, or first when descending.",
    observe: async (client) => {
      await threeUsers(client);
      await client.patch("/Users/u2", [{ op: "add", path: "title", value: "x" }]);
      const order = async (query: string) =>
        (await client.get(`/Users?attributes=id&${query}`)).json.Resources;
      const [, b] = ["u1", "u2"];
      expect(await order("sortBy=title")).toMatchObject([{ id: b }, {}, {}]);
      expect(await order("sortBy=title&sortOrder=descending")).toMatchObject([{}, {}, { id: b }]);
    },
  },
  {
    section: "RFC 7644 §3.4.2.4",
    level: "MUST",
    says: "`startIndex` below 1 is 1; negative `count` is 0; `count` 0 returns no resources but the total.",
    observe: async (client) => {
      await threeUsers(client);
      expect((await client.get("/Users?startIndex=-3")).json).toMatchObject({
        startIndex: 1,
        itemsPerPage: 3,
      });
      for (const value of [0, -1]) {
        const { json } = await client.get(`/Users?count=${value}`);
        expect(json).toMatchObject({ totalResults: 3, itemsPerPage: 0 });
      }
    },
  },
  {
    section: "RFC 7644 §3.4.2.4",
    level: "MUST",
    says: "No page is larger than `count`, and each says where it starts.",
    observe: async (client) => {
      await threeUsers(client);
      expect((await client.get("/Users?startIndex=2&count=1")).json).toMatchObject({
        totalResults: 3,
        startIndex: 2,
        itemsPerPage: 1,
        Resources: [{ userName: "b" }],
      });
    },
  },
  {
    section: "RFC 7644 §3.4.2.5, §3.9",
    level: "MUST",
    says: "`attributes` and `excludedAttributes` choose what comes back, but never take away `id` and `schemas`.",
    observe: async (client) => {
      const { path } = await makeAnn(client);
      const only = await client.get(`${path}?attributes=userName`);
      expect(Object.keys(only.json).sort()).toEqual(["id", "schemas", "userName"]);
      const without = await client.get(`${path}?excludedAttributes=id,schemas,userName`);
      expect(Object.keys(without.json)).toEqual(expect.arrayContaining(["id", "schemas", "emails"]));
      expect(without.json).not.toHaveProperty("userName");
      const put = await client.put(`${path}?attributes=userName`, ANN);
      expect(put.json).toEqual(only.json);
    },
  },
  {
    section: "RFC 7644 §3.4.3",
    level: "MAY",
    says: "POST to `/.search` takes the same parameters in a SearchRequest.",
    observe: async (client) => {
      await threeUsers(client);
      for (const path of ["/.search", "/Users/.search"]) {
        const body = {
          schemas: [SEARCH_REQUEST],
          filter: 'userName ge "b"',
          attributes: ["userName"],
          count: 1,
        };
        const reply = await client.post(path, body);
        expect(reply.json).toMatchObject({ totalResults: 2, itemsPerPage: 1 });
        expect(reply.json.Resources).toEqual([{ schemas: [CORE_USER], id: "u2", userName: "b" }]);
      }
    },
  },
  {
    section: "RFC 7644 §3.10",
    level: "MUST",
    says: "An attribute may be named with its schema's URN, in any case.",
    observe: async (client) => {
      await makeAnn(client);
      expect(await count(client, `${CORE_USER.toUpperCase()}:name.GIVENNAME eq "ann"`)).toBe(1);
    },
  },
  {
    section: "RFC 7644 §7.5.2",
    level: "SHOULD",
    says: "A filter that would carry a secret in the URI is 403 `sensitive`.",
    observe: async (client) => {
      const { status, json } = await client.get('/Users?filter=password%20eq%20"x"');
      expect([status, json.scimType]).toEqual([403, "sensitive"]);
    },
  },
  {
    section: "RFC 9865 §2",
    level: "MUST",
    says: "An empty `cursor` begins, `nextCursor` goes on and is missing on the last page, `previousCursor` on the first.",
    observe: async (client) => {
      await threeUsers(client);
      const { json: first } = await client.get("/Users?cursor=&count=2");
      expect(first).not.toHaveProperty("previousCursor");
      const { json: last } = await client.get(`/Users?cursor=${String(first.nextCursor)}&count=2`);
      expect(last).not.toHaveProperty("nextCursor");
      expect(last.Resources).toMatchObject([{ userName: "c" }]);
    },
  },
  {
    section: "RFC 9865 §2.1",
    level: "MUST",
    says: "A cursor that was not given is 400 `invalidCursor`, a bad count `invalidCount`.",
    observe: async (client) => {
      expect((await client.get("/Users?cursor=made-up")).json.scimType).toBe("invalidCursor");
      expect((await client.get("/Users?cursor=&count=-1")).json.scimType).toBe("invalidCount");
    },
  },
];
