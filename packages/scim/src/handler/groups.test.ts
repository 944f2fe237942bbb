import { describe, expect, it } from "vitest";
import { BASE, Client } from "../../test/client.ts";
import { CORE_GROUP, CORE_USER } from "../schema/urns.ts";

async function withTeam() {
  const client = new Client();
  for (const userName of ["ann", "ben", "cyd"])
    await client.post("/Users", { schemas: [CORE_USER], userName });
  const group = { schemas: [CORE_GROUP], displayName: "Team", members: [{ value: "u1" }, { value: "u2" }] };
  const created = await client.post("/Groups", group);
  return { client, created, path: `/Groups/${created.json.id}` };
}

async function memberIds(client: Client, path: string): Promise<unknown> {
  const { members } = (await client.get(path)).json;
  return Array.isArray(members) ? members.map((member) => member.value) : [];
}

describe("a group", () => {
  it("is made with its members, and shows who they are", async () => {
    const { created, path } = await withTeam();
    expect(created.status).toBe(201);
    expect(created.headers["content-location"]).toBe(`${BASE}${path}`);
    expect(created.json).toMatchObject({
      schemas: [CORE_GROUP],
      displayName: "Team",
      members: [
        { value: "u1", $ref: `${BASE}/Users/u1`, type: "User" },
        { value: "u2", $ref: `${BASE}/Users/u2`, type: "User" },
      ],
    });
  });

  it("shows on its members", async () => {
    const { client } = await withTeam();
    expect((await client.get("/Users/u1")).json.groups).toEqual([
      { value: "g4", $ref: `${BASE}/Groups/g4`, display: "Team", type: "direct" },
    ]);
  });

  it("has one displayName, whatever its case", async () => {
    const { client } = await withTeam();
    expect((await client.post("/Groups", { schemas: [CORE_GROUP], displayName: "TEAM" })).status).toBe(409);
  });

  it("names its schema, whatever the case of the name (RFC 7643 §2.1)", async () => {
    const client = new Client();
    await client.post("/Groups", { SCHEMAS: [CORE_GROUP], displayName: "Team" });
    expect(client.lastDialects()).toEqual([]);
  });

  it("PUT with members is a set, PUT without leaves them alone, PUT with none clears", async () => {
    const { client, path } = await withTeam();
    const put = (more: object) => client.put(path, { schemas: [CORE_GROUP], displayName: "Team", ...more });
    await put({ members: [{ value: "u2" }, { value: "u3" }] });
    expect(await memberIds(client, path)).toEqual(["u2", "u3"]);
    await put({});
    expect(await memberIds(client, path)).toEqual(["u2", "u3"]);
    await put({ members: [] });
    expect(await memberIds(client, path)).toEqual([]);
  });

  it("PATCH is answered with the group while it has few members (RFC 7644 §3.5.2)", async () => {
    const { client, path } = await withTeam();
    const added = await client.patch(path, [{ op: "add", path: "members", value: [{ value: "u3" }] }]);
    expect([added.status, added.headers.etag]).toEqual([200, 'W/"2"']);
    expect(added.json).toEqual((await client.get(path)).json);
    const emptied = await client.patch(path, [{ op: "remove", path: "members" }]);
    expect([emptied.status, emptied.json.members]).toEqual([200, []]);
  });

  it("PATCH of a large group is 204 with an ETag, and 200 when attributes are asked for", async () => {
    const { client, path } = await withTeam();
    const crowd: { value: string }[] = [];
    for (let count = 0; count < 20; count++) {
      const { json } = await client.post("/Users", { schemas: [CORE_USER], userName: `crowd.${count}` });
      crowd.push({ value: String(json.id) });
    }
    const operations = [{ op: "add", path: "members", value: crowd }];
    const silent = await client.patch(path, operations);
    expect([silent.status, silent.text, silent.headers.etag]).toEqual([204, "", 'W/"2"']);
    const asked = await client.patch(`${path}?attributes=displayName`, operations);
    expect([asked.status, Object.keys(asked.json)]).toEqual([200, ["schemas", "id", "displayName"]]);
  });

  it("keeps its version when the same member is added again", async () => {
    const { client, path } = await withTeam();
    const reply = await client.patch(path, [{ op: "add", path: "members", value: [{ value: "u1" }] }]);
    expect(reply.headers.etag).toBe('W/"1"');
  });

  it("removing one member by value array leaves the others (OneLogin, Entra ID)", async () => {
    const { client, path } = await withTeam();
    await client.patch(path, [{ op: "Remove", path: "members", value: [{ $ref: null, value: "u1" }] }]);
    expect(await memberIds(client, path)).toEqual(["u2"]);
  });

  it("takes additions and removals in one request, in order", async () => {
    const { client, path } = await withTeam();
    await client.patch(path, [
      { op: "remove", path: 'members[value eq "u1"]' },
      { op: "add", path: "members", value: [{ value: "u3" }, { value: "ghost" }] },
      { op: "remove", path: 'members[display sw "b"]' },
    ]);
    expect(await memberIds(client, path)).toEqual(["u3"]);
  });
});

describe("members in a reply", () => {
  it.each([
    ["excludedAttributes=members", undefined],
    ["attributes=displayName", undefined],
    ["attributes=members.value", { value: "u1" }],
    ["attributes=members.value,members.display", { value: "u1", display: "ann" }],
    ["attributes=members", { value: "u1", $ref: `${BASE}/Users/u1`, display: "ann", type: "User" }],
    ["excludedAttributes=members.$ref", { value: "u1", type: "User" }],
  ])("%s", async (query, first) => {
    const { client, path } = await withTeam();
    for (const { members } of [
      (await client.get(`${path}?${query}`)).json,
      firstOf((await client.get(`/Groups?${query}`)).json.Resources),
    ]) {
      expect(firstOf(members)).toEqual(first);
    }
  });

  it("are an empty list when there are none, and absent when they are not asked for", async () => {
    const { client } = await withTeam();
    const empty = await client.post("/Groups", { schemas: [CORE_GROUP], displayName: "Empty" });
    expect(empty.json.members).toEqual([]);
    const path = `/Groups/${empty.json.id}?excludedAttributes=members`;
    expect((await client.get(path)).json).not.toHaveProperty("members");
  });

  it("come in pieces when the directory gives them so, one group or many", async () => {
    const { client, path, created } = await withTeam();
    client.directory.groups.streamMembers = true;
    expect((await client.get(path)).json).toEqual(created.json);
    expect((await client.get("/Groups")).json.Resources).toEqual([created.json]);
  });
});

function firstOf(value: unknown) {
  return Array.isArray(value) ? value[0] : undefined;
}
