import assert from "node:assert/strict";
import { at, listAt, textAt } from "../../wire/json.ts";
import { ENTERPRISE, GROUP, USER } from "../../wire/urn.ts";
import { holds, idIn, isError, isList, isStatus, lacks } from "../expect.ts";
import { suite } from "../suite.ts";

export const resources = suite("RFC 7644: create, read, replace, delete", "RFC 7644 §3.3", (check) => {
  check("create: 201, Location equal to meta.location, created equal to lastModified", async (scim) => {
    const reply = await scim.send(
      "POST",
      "/Users",
      scim.userBody({ id: "mine", meta: { created: "2001-01-01T00:00:00Z" } }),
    );
    isStatus(reply, 201);
    const id = idIn(reply);
    assert.notEqual(id, "mine");
    assert.equal(reply.headers.location, textAt(reply.json, "meta", "location"));
    assert.ok(reply.headers.location?.endsWith(`/Users/${id}`));
    assert.equal(at(reply.json, "meta", "created"), at(reply.json, "meta", "lastModified"));
    assert.notEqual(at(reply.json, "meta", "created"), "2001-01-01T00:00:00Z");
    holds(reply, "User", "meta", "resourceType");
    await scim.send("DELETE", `/Users/${id}`);
  });

  check(
    "Content-Location is meta.location, of users and of groups",
    async (scim) => {
      for (const path of [`/Users/${await scim.makeUser()}`, `/Groups/${await scim.makeGroup([])}`]) {
        const reply = await scim.get(path);
        holds(reply, reply.headers["content-location"], "meta", "location");
      }
    },
    { source: "RFC 7643 §3.1" },
  );

  check(
    "the same userName in another case: 409 uniqueness",
    async (scim) => {
      const body = scim.userBody();
      const { userName } = body;
      await scim.makeUser(body);
      isError(
        await scim.send("POST", "/Users", { ...body, userName: userName.toUpperCase() }),
        409,
        "uniqueness",
      );
    },
    { source: "RFC 7643 §4.1.1" },
  );

  check(
    "userName is required",
    async (scim) => {
      const { userName: _, ...body } = scim.userBody();
      isError(await scim.send("POST", "/Users", body), 400, "invalidValue");
    },
    { source: "RFC 7643 §4.1.1" },
  );

  check(
    "attribute names and schema URIs are case-insensitive",
    async (scim) => {
      const { schemas: _, userName, ...body } = scim.userBody();
      const reply = await scim.send("POST", "/Users", {
        ...body,
        SCHEMAS: [USER.toLowerCase()],
        USERNAME: userName,
        TITLE: "x",
      });
      isStatus(reply, 201);
      holds(reply, userName, "userName");
      holds(reply, "x", "title");
      await scim.send("DELETE", `/Users/${idIn(reply)}`);
    },
    { source: "RFC 7643 §2.1" },
  );

  check(
    "a password is taken and never returned, nor can one filter by it",
    async (scim) => {
      const id = await scim.makeUser({ password: "correct horse battery" });
      lacks(await scim.get(`/Users/${id}`), "password");
      lacks(await scim.get(`/Users/${id}?attributes=password`), "password");
      isStatus(await scim.get("/Users?filter=password%20eq%20%22x%22"), 400, 403);
    },
    { source: "RFC 7643 §4.1.1" },
  );

  check(
    "null, empty text of an optional attribute and [] are unassigned and not returned",
    async (scim) => {
      const reply = await scim.get(`/Users/${await scim.makeUser({ title: null, phoneNumbers: [] })}`);
      lacks(reply, "title");
      lacks(reply, "phoneNumbers");
    },
    { source: "RFC 7643 §2.5" },
  );

  check(
    "the enterprise URN is in schemas when the extension has data, and only then",
    async (scim) => {
      const without = await scim.get(`/Users/${await scim.makeUser()}`);
      assert.deepEqual(listAt(without.json, "schemas"), [USER]);
      const body = { schemas: [USER, ENTERPRISE], [ENTERPRISE]: { department: "R&D" } };
      const reply = await scim.get(`/Users/${await scim.makeUser(body)}`);
      assert.deepEqual([...listAt(reply.json, "schemas")].sort(), [USER, ENTERPRISE].sort());
    },
    { source: "RFC 7643 §3" },
  );

  check(
    "a replace returns 200 and the representation, and clears what it leaves out",
    async (scim) => {
      const body = scim.userBody({ title: "x" });
      const id = await scim.makeUser(body);
      const { title: _, ...without } = body;
      const reply = await scim.send("PUT", `/Users/${id}`, without);
      isStatus(reply, 200);
      holds(reply, id, "id");
      lacks(reply, "title");
    },
    { source: "RFC 7644 §3.5.1" },
  );

  check(
    "a replace never creates",
    async (scim) => {
      isError(await scim.send("PUT", "/Users/019a0000-0000-7000-8000-000000000000", scim.userBody()), 404);
    },
    { source: "RFC 7644 §3.5.1" },
  );

  check(
    "groups in a user body that echoes ids changes no membership",
    async (scim) => {
      const body = scim.userBody();
      const id = await scim.makeUser(body);
      const group = await scim.makeGroup([id]);
      isStatus(await scim.send("PUT", `/Users/${id}`, { ...body, groups: [] }), 200);
      holds(await scim.get(`/Groups/${group}`), id, "members", 0, "value");
      holds(await scim.get(`/Users/${id}`), group, "groups", 0, "value");
    },
    { source: "RFC 7643 §4.1.2" },
  );

  check(
    "a deleted user: 404 to everything, in no list, its name free",
    async (scim) => {
      const body = scim.userBody();
      const id = await scim.makeUser(body);
      isStatus(await scim.send("DELETE", `/Users/${id}`), 204);
      isError(await scim.get(`/Users/${id}`), 404);
      isError(await scim.send("PUT", `/Users/${id}`, body), 404);
      isError(await scim.patch(`/Users/${id}`, { op: "replace", path: "active", value: true }), 404);
      isError(await scim.send("DELETE", `/Users/${id}`), 404);
      isList(await scim.get(`/Users?filter=${encodeURIComponent(`userName eq "${body.userName}"`)}`), 0);
      await scim.makeUser(body);
    },
    { source: "RFC 7644 §3.6" },
  );

  check(
    "a group: created with members, each with $ref to the user",
    async (scim) => {
      const user = await scim.makeUser();
      const reply = await scim.get(`/Groups/${await scim.makeGroup([user])}`);
      holds(reply, user, "members", 0, "value");
      assert.ok(textAt(reply.json, "members", 0, "$ref")?.endsWith(`/Users/${user}`));
    },
    { source: "RFC 7643 §4.2" },
  );

  check(
    "a group without displayName: 400",
    async (scim) => {
      isError(await scim.send("POST", "/Groups", { schemas: [GROUP] }), 400, "invalidValue");
    },
    { source: "RFC 7643 §4.2" },
  );

  check(
    "replacing a group with its own name is no conflict, and sets exactly its members",
    async (scim) => {
      const [a, b] = [await scim.makeUser(), await scim.makeUser()];
      const displayName = scim.unique();
      const id = await scim.makeGroup([a], { displayName });
      const reply = await scim.send("PUT", `/Groups/${id}`, {
        schemas: [GROUP],
        displayName,
        members: [{ value: b }],
      });
      isStatus(reply, 200);
      assert.deepEqual(
        listAt(reply.json, "members").map((member) => textAt(member, "value")),
        [b],
      );
    },
    { source: "RFC 7644 §3.5.1" },
  );
});
