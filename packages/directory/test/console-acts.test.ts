import { randomUUID } from "node:crypto";
import type { JsonObject } from "@rollcall/scim";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ActContext } from "../src/acts/act.ts";
import { deactivatePerson } from "../src/people/deactivate-person.ts";
import { fieldProvenance } from "../src/people/field-provenance.ts";
import { getPerson } from "../src/people/get-person.ts";
import { linkToProvisioning } from "../src/people/link-accounts.ts";
import { listPeople } from "../src/people/list-people.ts";
import { personTeams } from "../src/people/person-teams.ts";
import { adoptTeam, releaseTeam } from "../src/teams/adopt-team.ts";
import { createTeam } from "../src/teams/create-team.ts";
import { deleteTeam } from "../src/teams/delete-team.ts";
import { getTeam } from "../src/teams/get-team.ts";
import { undoDeletion } from "../src/teams/undo-deletion.ts";
import { timeline } from "../src/timeline/timeline.ts";
import { type Client, connect, GROUP, PATCH_OP, USER, values } from "./client.ts";

let idp: Client;
let context: ActContext;

beforeAll(async () => {
  idp = await connect({ "content-type": "application/scim+json" });
  const { db, tenantId } = idp.stage;
  const id = randomUUID();
  const key = "boss@x.test";
  await db.prisma.user.create({
    data: {
      tenantId,
      id,
      userName: key,
      userNameKey: key,
      email: key,
      emailKey: key,
      emailKeys: [key],
      displayName: "The Boss",
      source: "local",
      role: "admin",
      passwordHash: "kept",
    },
  });
  context = { tenantId, actor: { id, name: "The Boss" } };
});

afterAll(async () => {
  expect(idp.faults).toEqual([]);
  await idp.stage.close();
});

const person = (userName: string, more: JsonObject = {}) => ({
  schemas: USER,
  userName,
  displayName: userName.split("@", 1)[0] ?? "",
  emails: [{ value: userName, primary: true }],
  active: true,
  ...more,
});

async function push(userName: string, more: Parameters<typeof person>[1] = {}): Promise<string> {
  const created = await idp.send("POST", "/Users", person(userName, more));
  expect(created.status).toBe(201);
  return String(created.json.id);
}

async function find(path: "/Users" | "/Groups", attribute: string, value: string): Promise<string[]> {
  const filter = encodeURIComponent(`${attribute} eq "${value}"`);
  return values((await idp.send("GET", `${path}?filter=${filter}`)).json.Resources, "id");
}

const teamsOf = async (id: string) =>
  (await personTeams(idp.stage.db, context.tenantId, id)).map((team) => team.displayName);

describe("what an admin does and what the identity provider sends, after one another", () => {
  it("a local admin is refused, linked by hand, then found and updated under the same id", async () => {
    const { db, tenantId } = idp.stage;
    const adminId = String(context.actor.id);
    const body = person("Boss@x.test", { externalId: "OL-1" });
    expect((await idp.send("POST", "/Users", body)).status).toBe(409);
    expect(await linkToProvisioning(db, context, adminId)).toMatchObject({ ok: true });
    expect(await find("/Users", "userName", "boss@x.test")).toEqual([adminId]);
    const put = await idp.send("PUT", `/Users/${adminId}`, { ...body, title: "Head" });
    expect(put).toMatchObject({ status: 200, json: { id: adminId, externalId: "OL-1", title: "Head" } });
    expect(await getPerson(db, tenantId, adminId)).toMatchObject({ role: "admin", hasPassword: true });
  });

  it("a manual team is refused as a group, shows the clash, is adopted, then found and filled", async () => {
    const { db, tenantId } = idp.stage;
    const made = await createTeam(db, context, { name: "infra" });
    if (!made.ok) throw new Error(made.refusal.code);
    const { id } = made.value;
    const group = { schemas: GROUP, displayName: "Infra" };
    expect((await idp.send("POST", "/Groups", group)).status).toBe(409);
    expect(await getTeam(db, tenantId, id)).toMatchObject({ health: "name_clash" });

    expect(await adoptTeam(db, context, id)).toMatchObject({ ok: true });
    expect(await find("/Groups", "displayName", "Infra")).toEqual([id]);
    const member = await push("filled@x.test");
    const Operations = [{ op: "add", path: "members", value: [{ value: member }] }];
    await idp.send("PATCH", `/Groups/${id}`, { schemas: PATCH_OP, Operations });
    expect(await getTeam(db, tenantId, id)).toMatchObject({ health: "none", memberCount: 1, synced: true });
  });

  it("a released team is gone from SCIM, and its name is refused there", async () => {
    const created = await idp.send("POST", "/Groups", { schemas: GROUP, displayName: "ours-again" });
    const id = String(created.json.id);
    expect(await releaseTeam(idp.stage.db, context, id)).toMatchObject({ ok: true });
    expect((await idp.send("GET", `/Groups/${id}`)).status).toBe(404);
    expect((await idp.send("POST", "/Groups", { schemas: GROUP, displayName: "ours-again" })).status).toBe(
      409,
    );
  });

  it("a deleted team comes back with the next group that is pushed", async () => {
    const group = { schemas: GROUP, displayName: "ml-old" };
    const id = String((await idp.send("POST", "/Groups", group)).json.id);
    expect(await deleteTeam(idp.stage.db, context, id, undefined)).toMatchObject({ ok: true });
    expect((await idp.send("GET", `/Groups/${id}`)).status).toBe(404);
    expect((await idp.send("POST", "/Groups", group)).status).toBe(201);
  });

  it("a deleted team comes back with the next person who carries it, even if nothing else changed", async () => {
    const body = person("carrier@x.test", { groups: [{ value: "data" }] });
    const carrier = await push("carrier@x.test", { groups: [{ value: "data" }] });
    const [team] = await personTeams(idp.stage.db, context.tenantId, carrier);
    if (team === undefined) throw new Error("no team");
    expect(await deleteTeam(idp.stage.db, context, team.id, "data")).toMatchObject({ ok: true });
    expect(await teamsOf(carrier)).toEqual([]);
    expect((await idp.send("PUT", `/Users/${carrier}`, body)).status).toBe(200);
    expect(await teamsOf(carrier)).toEqual(["data"]);
  });

  it("an undone deletion is as if it had not been, for SCIM too", async () => {
    const member = await push("stays@x.test");
    const group = { schemas: GROUP, displayName: "undone", members: [{ value: member }] };
    const id = String((await idp.send("POST", "/Groups", group)).json.id);
    await deleteTeam(idp.stage.db, context, id, "undone");
    expect(await undoDeletion(idp.stage.db, context, id)).toMatchObject({ ok: true });
    const read = await idp.send("GET", `/Groups/${id}`);
    expect(values(read.json.members)).toEqual([member]);
  });

  it("deactivated by hand and turned on by the next update: the timeline names both, in order", async () => {
    const { db, tenantId } = idp.stage;
    const id = await push("flips@x.test");
    await deactivatePerson(db, context, id);
    expect((await idp.send("GET", `/Users/${id}`)).json.active).toBe(false);
    const Operations = [{ op: "replace", path: "active", value: true }];
    await idp.send("PATCH", `/Users/${id}`, { schemas: PATCH_OP, Operations });
    expect(await getPerson(db, tenantId, id)).toMatchObject({ active: true, deactivatedBy: null });
    const { entries } = await timeline(db, tenantId, { subject: { type: "user", id }, limit: 10 });
    expect(entries.map((entry) => (entry.kind === "act" ? entry.action : entry.operation))).toEqual([
      "user.reactivate",
      "user.deactivated",
      "user.create",
    ]);
  });

  it("each attribute on a person's page names the request that wrote it", async () => {
    const { db, tenantId } = idp.stage;
    const extension = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    const id = await push("fields@x.test", {
      title: "Analyst",
      nickName: "Fi",
      emails: { value: "fields@x.test", type: "work" },
      "urn:scim:schemas:extension:enterprise:2.0": { department: "R&D" },
    });
    const Operations = [
      { op: "replace", path: "title", value: "Lead" },
      { op: "replace", path: `${extension}:department`, value: "Labs" },
    ];
    await idp.send("PATCH", `/Users/${id}`, { schemas: PATCH_OP, Operations });
    const { changed, created } = await fieldProvenance(db, tenantId, id);
    expect(changed.map(({ attribute, method }) => [attribute, method])).toEqual([
      ["title", "PATCH"],
      [`${extension}:department`, "PATCH"],
    ]);
    expect(created).toMatchObject({ operation: "user.create", method: "POST" });
  });

  it("an update that is turned away shows on the person until one is accepted", async () => {
    const { db, tenantId } = idp.stage;
    const id = await push("troubled@x.test");
    const list = async () =>
      (
        await listPeople(db, tenantId, {
          status: "all",
          problem: true,
          sort: "name",
          descending: false,
          page: 1,
          size: 25,
        })
      ).people.map((row) => row.id);
    const without = { schemas: USER, userName: "no-address", active: true };
    expect((await idp.send("PUT", `/Users/${id}`, without)).status).toBe(400);
    expect(await list()).toEqual([id]);
    await idp.send("PUT", `/Users/${id}`, person("troubled@x.test", { title: "Fine" }));
    expect(await list()).toEqual([]);
  });
});
