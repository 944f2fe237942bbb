import { at, type Connection, connect, firstSync, listAt, numberAt, textAt } from "@rollcall/idp-simulator";
import { expect, test } from "../../src/fixtures.ts";

const USER = "urn:ietf:params:scim:schemas:core:2.0:User";
const GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
const PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const CLIENTS = 32;

let scim: Connection;

test.beforeEach(({ scim: { baseUrl, token } }) => {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/scim+json" };
  scim = connect({ baseUrl, headers, sockets: CLIENTS });
});
test.afterEach(() => scim.close());

async function makePeople(count: number): Promise<readonly string[]> {
  const made = Array.from({ length: count }, async (_, index) => {
    const userName = `race-${Date.now()}-${Math.random().toString(36).slice(2)}-${index}@example.test`;
    const reply = await scim.send("POST", "/Users", {
      schemas: [USER],
      userName,
      emails: [{ value: userName }],
    });
    return textAt(reply.json, "id") ?? "";
  });
  return Promise.all(made);
}

async function makeTeam(members: readonly string[]): Promise<string> {
  const displayName = `race-${Date.now()}-${Math.random().toString(36).slice(2, 8)}`;
  const body = { schemas: [GROUP], displayName, members: members.map((value) => ({ value })) };
  return textAt((await scim.send("POST", "/Groups", body)).json, "id") ?? "";
}

function change(team: string, op: "add" | "remove", person: string) {
  const Operations = [{ value: [{ value: person }], op, path: "members" }];
  return scim.send("PATCH", `/Groups/${team}`, { schemas: [PATCH_OP], Operations });
}

async function membersOf(team: string): Promise<readonly string[]> {
  const members = listAt((await scim.send("GET", `/Groups/${team}`)).json, "members");
  return members.map((member) => textAt(member, "value") ?? "").sort();
}

test("32 clients add different people to one team: all are in it", async () => {
  const people = await makePeople(CLIENTS);
  const team = await makeTeam([]);
  const replies = await Promise.all(people.map((person) => change(team, "add", person)));
  expect(replies.filter((reply) => reply.status >= 300)).toEqual([]);
  expect(await membersOf(team)).toEqual([...people].sort());
});

test("half leave while the other half joins: no error, and exactly those who joined are left", async () => {
  const people = await makePeople(CLIENTS);
  const [leaving, joining] = [people.slice(0, CLIENTS / 2), people.slice(CLIENTS / 2)];
  const team = await makeTeam(leaving);
  const replies = await Promise.all([
    ...leaving.map((person) => change(team, "remove", person)),
    ...joining.map((person) => change(team, "add", person)),
  ]);
  expect(replies.filter((reply) => reply.status >= 300)).toEqual([]);
  expect(await membersOf(team)).toEqual([...joining].sort());
});

test("one person's add and remove race: some order explains what is left", async () => {
  const [person = ""] = await makePeople(1);
  const team = await makeTeam([]);
  const racing = Array.from({ length: 16 }, (_, index) => change(team, index % 2 ? "add" : "remove", person));
  expect((await Promise.all(racing)).filter((reply) => reply.status >= 300)).toEqual([]);
  expect([[], [person]]).toContainEqual(await membersOf(team));
});

test("of two replacements with the same If-Match one is done and one is a 412", async () => {
  const [person = ""] = await makePeople(1);
  const current = await scim.send("GET", `/Users/${person}`);
  const condition = { "If-Match": String(current.headers.etag) };
  const body = {
    schemas: [USER],
    userName: textAt(current.json, "userName"),
    emails: at(current.json, "emails"),
  };
  const replies = await Promise.all(
    ["first", "second"].map((title) => scim.send("PUT", `/Users/${person}`, { ...body, title }, condition)),
  );
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, 412]);
});

test("a delete that races with joins leaves no ghost member", async () => {
  const people = await makePeople(8);
  const team = await makeTeam([]);
  const replies = await Promise.all(
    people.flatMap((person) => [change(team, "add", person), scim.send("DELETE", `/Users/${person}`)]),
  );
  expect(replies.filter((reply) => reply.status >= 500)).toEqual([]);
  expect(await membersOf(team)).toEqual([]);
});

test("two teams of one name are pushed at once: one 201, one 409", async () => {
  const body = { schemas: [GROUP], displayName: `twin-${Date.now()}` };
  const replies = await Promise.all([scim.send("POST", "/Groups", body), scim.send("POST", "/Groups", body)]);
  expect(replies.map((reply) => reply.status).sort()).toEqual([201, 409]);
});

test("a whole company is pushed over eight connections without an error", async ({ scim: access }) => {
  const report = await firstSync({
    ...access,
    people: 200,
    roles: 20,
    memberships: 600,
    connections: 8,
    domain: `sync-${Date.now()}.test`,
  });
  expect(report.errors).toEqual([]);
  expect(report.memberships).toBe(600);
  const total = numberAt((await scim.send("GET", "/Users?count=0")).json, "totalResults") ?? 0;
  expect(total).toBeGreaterThanOrEqual(200);
});
