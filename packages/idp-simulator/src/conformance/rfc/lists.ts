import assert from "node:assert/strict";
import { at, listAt, numberAt, textAt } from "../../wire/json.ts";
import { SEARCH } from "../../wire/urn.ts";
import type { Endpoint } from "../endpoint.ts";
import { holds, isError, isList, isStatus, lacks } from "../expect.ts";
import { suite } from "../suite.ts";

export const lists = suite("RFC 7644: lists, sorting, paging, projection", "RFC 7644 §3.4.2.4", (check) => {
  const state = { filter: "", tag: "" };
  const list = (scim: Endpoint, more: string) =>
    scim.get(`/Users?filter=${encodeURIComponent(state.filter)}${more === "" ? "" : `&${more}`}`);
  const titles = (users: readonly Parameters<typeof textAt>[0][]) =>
    users.map((user) => textAt(user, "title"));

  check("five users to page through", async (scim) => {
    state.tag = scim.unique("p");
    state.filter = `displayName eq "${state.tag}"`;
    for (const title of ["c", "a", "e", "b", "d"]) await scim.makeUser({ displayName: state.tag, title });
    isList(await list(scim, ""), 5);
  });

  check("count limits the page; totalResults, startIndex and itemsPerPage tell the rest", async (scim) => {
    const reply = await list(scim, "startIndex=2&count=2");
    assert.equal(isList(reply, 5).length, 2);
    holds(reply, 2, "startIndex");
    holds(reply, 2, "itemsPerPage");
  });

  check("pages neither repeat nor skip", async (scim) => {
    const seen: string[] = [];
    for (const start of [1, 3, 5]) {
      for (const user of isList(await list(scim, `startIndex=${start}&count=2`)))
        seen.push(textAt(user, "id") ?? "");
    }
    assert.equal(new Set(seen).size, 5);
  });

  check("startIndex below 1 is 1", async (scim) => {
    holds(await list(scim, "startIndex=0&count=1"), 1, "startIndex");
    holds(await list(scim, "startIndex=-5&count=1"), 1, "startIndex");
  });

  for (const count of [0, -3]) {
    check(`count=${count} returns the total and no resource`, async (scim) => {
      const reply = await list(scim, `count=${count}`);
      assert.equal(isList(reply, 5).length, 0);
    });
  }

  check("past the end: an empty page with the total", async (scim) => {
    assert.equal(isList(await list(scim, "startIndex=99"), 5).length, 0);
  });

  check(
    "unknown query parameters are ignored",
    async (scim) => {
      isList(await list(scim, "aadOptscim062020&whatever=1&"), 5);
    },
    { source: "RFC 7644 §3.4.2" },
  );

  check(
    "sortBy sorts ascending by default, descending when asked",
    async (scim) => {
      assert.deepEqual(titles(isList(await list(scim, "sortBy=title"))), ["a", "b", "c", "d", "e"]);
      assert.deepEqual(titles(isList(await list(scim, "sortBy=title&sortOrder=descending&count=2"))), [
        "e",
        "d",
      ]);
    },
    { source: "RFC 7644 §3.4.2.3" },
  );

  check(
    "sorting by userName and emails works",
    async (scim) => {
      assert.equal(isList(await list(scim, "sortBy=userName")).length, 5);
      assert.equal(isList(await list(scim, "sortBy=emails.value")).length, 5);
    },
    { source: "RFC 7644 §3.4.2.3" },
  );

  check(
    "attributes narrows to what is named, id and schemas always there",
    async (scim) => {
      const reply = await list(scim, "attributes=userName,name.familyName&count=1");
      isList(reply, 5);
      for (const name of ["id", "schemas", "userName"]) assert.ok(at(reply.json, "Resources", 0, name), name);
      lacks(reply, "Resources", 0, "title");
      lacks(reply, "Resources", 0, "name", "givenName");
    },
    { source: "RFC 7644 §3.9" },
  );

  check(
    "excludedAttributes leaves out, but never id",
    async (scim) => {
      const reply = await list(scim, "excludedAttributes=emails,name.givenName,id&count=1");
      lacks(reply, "Resources", 0, "emails");
      lacks(reply, "Resources", 0, "name", "givenName");
      assert.ok(at(reply.json, "Resources", 0, "id"));
      assert.ok(at(reply.json, "Resources", 0, "name", "familyName"));
    },
    { source: "RFC 7644 §3.9" },
  );

  check(
    "attributes works on POST, PUT and PATCH, where PATCH then answers 200",
    async (scim) => {
      const body = scim.userBody();
      const created = await scim.send("POST", "/Users?attributes=userName", body);
      isStatus(created, 201);
      lacks(created, "emails");
      const target = `/Users/${textAt(created.json, "id")}?attributes=userName`;
      lacks(await scim.send("PUT", target, body), "emails");
      const patched = await scim.send("PATCH", target, {
        schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        Operations: [{ op: "replace", path: "title", value: "x" }],
      });
      isStatus(patched, 200);
      lacks(patched, "title");
      await scim.send("DELETE", target);
    },
    { source: "RFC 7644 §3.9" },
  );

  for (const endpoint of ["/Users/.search", "/.search"]) {
    check(
      `POST ${endpoint} answers like a GET`,
      async (scim) => {
        const body = {
          schemas: [SEARCH],
          filter: state.filter,
          attributes: ["userName"],
          startIndex: 1,
          count: 2,
        };
        const reply = await scim.send("POST", endpoint, body);
        assert.equal(isList(reply, 5).length, 2);
        lacks(reply, "Resources", 0, "title");
      },
      { source: "RFC 7644 §3.4.3" },
    );
  }

  check(
    "a query at the root covers users and groups",
    async (scim) => {
      await scim.makeGroup([], { displayName: state.tag });
      const found = isList(await scim.get(`/?filter=${encodeURIComponent(state.filter)}`), 6);
      assert.equal(found.filter((one) => textAt(one, "meta", "resourceType") === "Group").length, 1);
    },
    { source: "RFC 7644 §3.4.2.1" },
  );

  check(
    "at the root, an attribute of one type has no value on the other",
    async (scim) => {
      const displayName = `${state.tag}-both`;
      await scim.makeGroup([], { displayName });
      await scim.makeUser({ displayName });
      for (const type of ["User", "Group"]) {
        const name = `urn:ietf:params:scim:schemas:core:2.0:${type}:displayName`;
        const filter = encodeURIComponent(`${name} eq "${displayName}"`);
        const [one] = isList(await scim.get(`/?filter=${filter}`), 1);
        assert.equal(textAt(one ?? {}, "meta", "resourceType"), type);
      }
    },
    { source: "RFC 7644 §3.4.2.1" },
  );

  check(
    "cursor pages walk through everything, nextCursor missing on the last only",
    async (scim) => {
      const seen: string[] = [];
      let cursor: string | undefined = "";
      while (cursor !== undefined) {
        const reply: Awaited<ReturnType<typeof list>> = await list(scim, `cursor=${cursor}&count=2`);
        for (const user of isList(reply)) seen.push(textAt(user, "id") ?? "");
        cursor = textAt(reply.json, "nextCursor");
        assert.ok(seen.length <= 5);
      }
      assert.equal(new Set(seen).size, 5);
    },
    { source: "RFC 9865 §2" },
  );

  check(
    "a made-up cursor: 400 invalidCursor",
    async (scim) => {
      isError(await list(scim, "cursor=made-up&count=2"), 400, "invalidCursor");
    },
    { source: "RFC 9865 §2.1" },
  );

  check(
    "cursor paging is announced",
    async (scim) => {
      const { json } = await scim.get("/ServiceProviderConfig");
      assert.equal(at(json, "pagination", "cursor"), true);
      assert.equal(at(json, "pagination", "index"), true);
      assert.ok(numberAt(json, "pagination", "maxPageSize"));
      assert.ok(listAt(json, "authenticationSchemes").length > 0);
    },
    { source: "RFC 9865 §4" },
  );
});
