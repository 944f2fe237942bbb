import assert from "node:assert/strict";
import { at, listAt, textAt } from "../../wire/json.ts";
import { PATCH_OP } from "../../wire/urn.ts";
import type { Endpoint } from "../endpoint.ts";
import { holds, isChanged, isError, lacks, memberIds } from "../expect.ts";
import { suite } from "../suite.ts";

export const patch = suite("RFC 7644: PATCH", "RFC 7644 §3.5.2", (check) => {
  const after = async (scim: Endpoint, id: string, ...operations: readonly object[]) => {
    isChanged(await scim.patch(`/Users/${id}`, ...operations));
    return scim.get(`/Users/${id}`);
  };

  check(
    "replace of a sub-attribute keeps its siblings",
    async (scim) => {
      const reply = await after(scim, await scim.makeUser(), {
        op: "replace",
        path: "name.givenName",
        value: "N",
      });
      holds(reply, { givenName: "N", familyName: "Ax" }, "name");
    },
    { source: "RFC 7644 §3.5.2.3" },
  );

  check(
    "replace of a complex attribute keeps sub-attributes that it does not name",
    async (scim) => {
      const reply = await after(scim, await scim.makeUser(), {
        op: "replace",
        path: "name",
        value: { givenName: "N" },
      });
      holds(reply, "Ax", "name", "familyName");
    },
    { source: "RFC 7644 §3.5.2.3" },
  );

  check(
    "add without a path merges an object",
    async (scim) => {
      const reply = await after(scim, await scim.makeUser(), {
        op: "add",
        value: { title: "T", name: { middleName: "M" } },
      });
      holds(reply, "T", "title");
      holds(reply, { givenName: "Ann", middleName: "M", familyName: "Ax" }, "name");
    },
    { source: "RFC 7644 §3.5.2.1" },
  );

  check(
    "add to a list appends, and the same value twice is there once",
    async (scim) => {
      const phone = { op: "add", path: "phoneNumbers", value: [{ type: "work", value: "1" }] };
      const reply = await after(scim, await scim.makeUser(), phone, phone);
      assert.equal(listAt(reply.json, "phoneNumbers").length, 1);
    },
    { source: "RFC 7644 §3.5.2.1" },
  );

  check(
    "an add that changes nothing leaves lastModified and version",
    async (scim) => {
      const id = await scim.makeUser({ title: "T" });
      const before = await scim.get(`/Users/${id}`);
      const reply = await after(scim, id, { op: "add", path: "title", value: "T" });
      assert.deepEqual(at(reply.json, "meta"), at(before.json, "meta"));
    },
    { source: "RFC 7644 §3.5.2.1" },
  );

  check("a new primary takes the old one's place", async (scim) => {
    const value = [{ type: "home", value: `${scim.unique()}@example.test`, primary: true }];
    const reply = await after(scim, await scim.makeUser(), { op: "add", path: "emails", value });
    const primaries = listAt(reply.json, "emails").filter((email) => at(email, "primary") === true);
    assert.deepEqual(
      primaries.map((email) => textAt(email, "type")),
      ["home"],
    );
  });

  check(
    "remove by value path removes the matching elements only",
    async (scim) => {
      const phoneNumbers = ["work", "home"].map((type) => ({ type, value: type }));
      const id = await scim.makeUser({ phoneNumbers });
      const reply = await after(scim, id, { op: "remove", path: 'phoneNumbers[type eq "work"]' });
      assert.deepEqual(
        listAt(reply.json, "phoneNumbers").map((phone) => textAt(phone, "type")),
        ["home"],
      );
    },
    { source: "RFC 7644 §3.5.2.2" },
  );

  check(
    "remove of an attribute unassigns it",
    async (scim) => {
      lacks(await after(scim, await scim.makeUser({ title: "T" }), { op: "remove", path: "title" }), "title");
    },
    { source: "RFC 7644 §3.5.2.2" },
  );

  check(
    "remove without a path: 400 noTarget",
    async (scim) => {
      isError(await scim.patch(`/Users/${await scim.makeUser()}`, { op: "remove" }), 400, "noTarget");
    },
    { source: "RFC 7644 §3.5.2.2" },
  );

  check(
    "remove of a required attribute: 400",
    async (scim) => {
      isError(await scim.patch(`/Users/${await scim.makeUser()}`, { op: "remove", path: "userName" }), 400);
    },
    { source: "RFC 7644 §3.5.2.2" },
  );

  check("a change of id: 400 mutability", async (scim) => {
    const id = await scim.makeUser();
    isError(await scim.patch(`/Users/${id}`, { op: "replace", path: "id", value: "x" }), 400, "mutability");
  });

  check("a path that cannot be read: 400 invalidPath", async (scim) => {
    const id = await scim.makeUser();
    isError(
      await scim.patch(`/Users/${id}`, { op: "replace", path: "active[value eq true]", value: "x" }),
      400,
      "invalidPath",
    );
  });

  check("a path that names no attribute: 400 invalidPath", async (scim) => {
    const id = await scim.makeUser();
    const name = { op: "replace", path: "shoeSize", value: 43 };
    isError(await scim.patch(`/Users/${id}`, name), 400, "invalidPath");
    const part = { op: "replace", path: "name.shoeSize", value: 43 };
    isError(await scim.patch(`/Users/${id}`, part), 400, "invalidPath");
  });

  check("a PATCH of a group is answered with the group, or 204", async (scim) => {
    const [user, group] = [await scim.makeUser(), await scim.makeGroup([])];
    const reply = await scim.patch(`/Groups/${group}`, {
      op: "add",
      path: "members",
      value: [{ value: user }],
    });
    isChanged(reply);
    if (reply.status === 200) assert.deepEqual(memberIds(reply), [user]);
  });

  check("an unknown operation: 400 invalidSyntax", async (scim) => {
    isError(
      await scim.patch(`/Users/${await scim.makeUser()}`, { op: "move", path: "title", value: "x" }),
      400,
    );
  });

  check("all or nothing: a failing operation undoes the ones before it", async (scim) => {
    const id = await scim.makeUser({ title: "before" });
    const operations = [{ op: "replace", path: "title", value: "after" }, { op: "remove" }];
    isError(await scim.patch(`/Users/${id}`, ...operations), 400);
    holds(await scim.get(`/Users/${id}`), "before", "title");
  });

  check("without Operations: 400", async (scim) => {
    isError(await scim.send("PATCH", `/Users/${await scim.makeUser()}`, { schemas: [PATCH_OP] }), 400);
  });

  check("members: add, remove by filter, replace, remove all", async (scim) => {
    const [a, b] = [await scim.makeUser(), await scim.makeUser()];
    const target = `/Groups/${await scim.makeGroup([a])}`;
    const members = async (operation: object) => {
      isChanged(await scim.patch(target, operation));
      return memberIds(await scim.get(target));
    };
    assert.deepEqual(await members({ op: "add", path: "members", value: [{ value: b }] }), [a, b].sort());
    assert.deepEqual(await members({ op: "remove", path: `members[value eq "${a}"]` }), [b]);
    assert.deepEqual(await members({ op: "remove", path: `members[value eq "${a}"]` }), [b]);
    assert.deepEqual(await members({ op: "replace", path: "members", value: [{ value: a }] }), [a]);
    assert.deepEqual(await members({ op: "remove", path: "members" }), []);
  });

  check(
    "a pathless replace without members leaves them alone",
    async (scim) => {
      const user = await scim.makeUser();
      const id = await scim.makeGroup([user]);
      isChanged(await scim.patch(`/Groups/${id}`, { op: "replace", value: { displayName: scim.unique() } }));
      assert.deepEqual(memberIds(await scim.get(`/Groups/${id}`)), [user]);
    },
    { source: "RFC 7644 §3.5.2.3" },
  );
});
