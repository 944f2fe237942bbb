import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, connect, GROUP, PATCH_OP, USER, values } from "./client.ts";

let okta: Client;
let [ann, bob, team] = ["", "", ""];

beforeAll(async () => {
  okta = await connect({
    accept: "application/scim+json",
    "content-type": "application/scim+json; charset=utf-8",
  });
});

afterAll(async () => {
  expect(okta.faults).toEqual([]);
  await okta.stage.close();
});

function person(userName: string, externalId: string) {
  return {
    schemas: USER,
    userName,
    name: { givenName: "A", familyName: "X" },
    emails: [{ primary: true, value: userName, type: "work" }],
    displayName: "A X",
    locale: "en-US",
    externalId,
    groups: [],
    password: "1mz050nq",
    active: true,
  };
}

function patch(path: string, ...Operations: Record<string, unknown>[]) {
  return okta.send("PATCH", path, JSON.stringify({ schemas: PATCH_OP, Operations }));
}

async function members() {
  return values((await okta.send("GET", `/Groups/${team}`)).json.members).sort();
}

describe("Okta", () => {
  it("creates with a password that nobody sees again, and is told of a duplicate", async () => {
    const created = await okta.send("POST", "/Users", person("a@x.test", "00u1"));
    expect(created.status).toBe(201);
    expect(created.json).not.toHaveProperty("password");
    ann = String(created.json.id);
    bob = String((await okta.send("POST", "/Users", person("b@x.test", "00u2"))).json.id);
    const again = await okta.send("POST", "/Users", person("A@X.test", "00u1"));
    expect(again).toMatchObject({ status: 409, json: { scimType: "uniqueness" } });
    const { rows } = await okta.stage.db.pool.query(
      `SELECT count(*)::int AS n FROM "User" u WHERE u::text LIKE '%1mz050nq%'`,
    );
    expect(rows[0].n).toBe(0);
  });

  it("deactivates by a PATCH without a path, and reactivates the same id", async () => {
    expect((await patch(`/Users/${ann}`, { op: "replace", value: { active: false } })).json.active).toBe(
      false,
    );
    expect((await okta.send("GET", `/Users/${ann}`)).json.active).toBe(false);
    const back = await patch(`/Users/${ann}`, { op: "replace", value: { active: true } });
    expect(back.json).toMatchObject({ id: ann, active: true });
  });

  it("pushes a group, renames it along with a membership, and overwrites its members", async () => {
    const made = await okta.send("POST", "/Groups", { schemas: GROUP, displayName: "Team", members: [] });
    team = String(made.json.id);
    await patch(
      `/Groups/${team}`,
      { op: "replace", value: { id: team, displayName: "Renamed" } },
      { op: "add", path: "members", value: [{ value: ann, display: "a@x.test" }] },
    );
    expect((await okta.send("GET", `/Groups/${team}`)).json.displayName).toBe("Renamed");
    expect(await members()).toEqual([ann]);
    await patch(
      `/Groups/${team}`,
      { op: "remove", path: `members[value eq "${ann}"]` },
      { op: "add", path: "members", value: [{ value: bob }] },
    );
    expect(await members()).toEqual([bob]);
    await patch(`/Groups/${team}`, {
      op: "replace",
      path: "members",
      value: [{ value: ann }, { value: bob }],
    });
    expect(await members()).toEqual([ann, bob].sort());
  });

  it("renaming without members leaves the members; one unknown member does not lose the push", async () => {
    await patch(`/Groups/${team}`, { op: "replace", value: { displayName: "Again" } });
    expect(await members()).toEqual([ann, bob].sort());
    const put = { schemas: GROUP, displayName: "Again", members: [{ value: ann }, { value: "00u-unknown" }] };
    expect((await okta.send("PUT", `/Groups/${team}`, put)).status).toBe(200);
    expect(await members()).toEqual([ann]);
  });

  it("echoing what it read, groups and all, changes nothing", async () => {
    const read = (await okta.send("GET", `/Users/${ann}`)).json;
    expect(values(read.groups)).toEqual([team]);
    const put = await okta.send("PUT", `/Users/${ann}`, read);
    expect(put.json).toEqual(read);
    await okta.send("PUT", `/Users/${ann}`, { ...person("a@x.test", "00u1") });
    expect(await members()).toEqual([ann]);
  });

  it("is told 404 for an id that was never one, and 401 without the word Bearer", async () => {
    expect(await okta.send("GET", "/Users/010101001010101011001010101011")).toMatchObject({
      status: 404,
      json: { status: "404" },
    });
    expect((await okta.send("GET", "/Users", undefined, { authorization: "non-token" })).status).toBe(401);
  });
});
