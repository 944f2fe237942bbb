import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, connect, GROUP, PATCH_OP, USER, values } from "./client.ts";

let onelogin: Client;
let [ann, bob, role] = ["", "", ""];

beforeAll(async () => {
  onelogin = await connect({ "content-type": "application/json" });
});

afterAll(async () => {
  expect(onelogin.faults).toEqual([]);
  await onelogin.stage.close();
});

function person(userName: string, more: Record<string, string | boolean> = {}) {
  const emails = [{ primary: true, type: "work", value: userName }];
  return {
    userName,
    name: { givenName: "Ann", familyName: "Ax" },
    schemas: USER,
    emails,
    active: true,
    ...more,
  };
}

async function find(userName: string) {
  const filter = `userName eq "${userName}"`.replaceAll(" ", "+").replaceAll('"', "%22");
  return (await onelogin.send("GET", `/Users?filter=${filter}&`)).json;
}

async function members(): Promise<string[]> {
  return values((await onelogin.send("GET", `/Groups/${role}`)).json.members).sort();
}

function roleOp(op: string, id: string) {
  const Operations = [{ value: [{ value: id }], op, path: "members" }];
  return onelogin.send("PATCH", `/Groups/${role}`, { schemas: PATCH_OP, Operations });
}

describe("OneLogin, call by call", () => {
  it("Enable looks up somebody who cannot exist: 200 and nobody, in application/json", async () => {
    const probe = await onelogin.send("GET", "/Users?filter=userName+eq+%22never-existing-user%22&");
    expect(probe).toMatchObject({ status: 200, json: { totalResults: 0 } });
  });

  it("Enable with a wrong token turns red: 401, a SCIM error and WWW-Authenticate", async () => {
    const refused = await onelogin.send("GET", "/Users", undefined, { authorization: "Bearer wrong" });
    expect(refused.status).toBe(401);
    expect(refused.json).toMatchObject({
      status: "401",
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
    });
    expect(Object.keys(refused.headers).map((name) => name.toLowerCase())).toContain("www-authenticate");
  });

  it("assigning people looks them up and creates them", async () => {
    expect((await onelogin.send("GET", "/Groups?count=100&startIndex=1")).json.totalResults).toBe(0);
    expect((await find("ann@x.test")).totalResults).toBe(0);
    const created = await onelogin.send("POST", "/Users", person("ann@x.test"));
    expect(created.status).toBe(201);
    ann = String(created.json.id);
    expect(created.headers.location).toBe(`https://rollcall.test/api/scim/acme/v2/Users/${ann}`);
    bob = String((await onelogin.send("POST", "/Users", person("bob@x.test"))).json.id);
    expect((await onelogin.send("GET", `/Users/${ann}`)).json.name).toEqual({
      givenName: "Ann",
      familyName: "Ax",
    });
  });

  it("a role becomes a team: POST without members, then one PATCH per person, twice without harm", async () => {
    role = String(
      (await onelogin.send("POST", "/Groups", { displayName: "truefoundry-admins", schemas: GROUP })).json.id,
    );
    for (const id of [ann, bob, bob]) expect((await roleOp("add", id)).status).toBeLessThan(300);
    expect(await members()).toEqual([ann, bob].sort());
  });

  it("leaving a role by value array leaves the others in it", async () => {
    await roleOp("remove", ann);
    expect(await members()).toEqual([bob]);
    await roleOp("add", ann);
  });

  it("an update with pre-IETF URNs, emails as an object and a text for active is taken", async () => {
    const body = {
      schemas: ["urn:scim:schemas:core:2.0", "urn:scim:schemas:extension:enterprise:2.0"],
      id: null,
      meta: { resourceType: "User" },
      userName: "ann@x.test",
      active: "true",
      displayName: "Ann Ax",
      title: "",
      name: { givenName: "Ann", familyName: " Ax", formatted: "Ann Ax" },
      emails: { value: "ann@x.test", type: "work", primary: true },
      "urn:scim:schemas:extension:enterprise:2.0": {
        department: "R&D",
        manager: { managerId: "", displayName: " " },
      },
    };
    const updated = await onelogin.send("PUT", `/Users/${ann}?`, body);
    expect(updated.status).toBe(200);
    expect(updated.json).toMatchObject({
      displayName: "Ann Ax",
      active: true,
      name: { familyName: " Ax" },
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { department: "R&D" },
    });
    expect(updated.json).not.toHaveProperty("title");
    const event = (await onelogin.stage.events()).at(-1);
    expect(event?.dialects.length).toBeGreaterThan(2);
  });

  it("suspending deactivates, in either spelling, and reactivating keeps the person and the teams", async () => {
    for (const active of [false, "false"]) {
      const off = await onelogin.send("PUT", `/Users/${ann}`, person("ann@x.test", { active }));
      expect(off.json.active).toBe(false);
      expect((await onelogin.send("GET", `/Users/${ann}`)).status).toBe(200);
      await onelogin.send("PUT", `/Users/${ann}`, person("ann@x.test", { active: true }));
    }
    expect(await members()).toEqual([ann, bob].sort());
  });

  it("deleting someone who is still in a role: gone from both, and can come again", async () => {
    expect((await onelogin.send("DELETE", `/Users/${ann}`)).status).toBe(204);
    expect(await members()).toEqual([bob]);
    expect((await onelogin.send("GET", `/Users/${ann}`)).status).toBe(404);
    expect((await find("ann@x.test")).totalResults).toBe(0);
    const again = await onelogin.send("POST", "/Users", person("ann@x.test"));
    expect([again.status, again.json.id]).toEqual([201, ann]);
    expect(await members()).toEqual([bob]);
  });

  it("a person without an e-mail is refused with a sentence for the task row", async () => {
    const refused = await onelogin.send("POST", "/Users", {
      schemas: USER,
      userName: "ghopper",
      active: true,
    });
    expect(refused).toMatchObject({ status: 400, json: { scimType: "invalidValue" } });
    expect(refused.json.detail).toContain("no email address");
  });

  it("roles as a groups value become teams, and the event tells how many were sent", async () => {
    const body = { ...person("ann@x.test"), groups: ["Platform Engineering", "data"] };
    const updated = await onelogin.send("PUT", `/Users/${ann}`, body);
    expect(values(updated.json.groups, "display").sort()).toEqual(["Platform Engineering", "data"]);
    expect((await onelogin.stage.events()).at(-1)).toMatchObject({ outcome: "applied", groupsValue: "2" });
  });

  it("150 groups are read in pages of 100", async () => {
    for (let n = 0; n < 150; n++)
      await onelogin.send("POST", "/Groups", { displayName: `role ${n}`, schemas: GROUP });
    const first = (await onelogin.send("GET", "/Groups?count=100&startIndex=1")).json;
    const second = (await onelogin.send("GET", "/Groups?count=100&startIndex=101")).json;
    expect(first.totalResults).toBe(153);
    expect(new Set([...values(first.Resources, "id"), ...values(second.Resources, "id")]).size).toBe(153);
  });

  it("leaves a record of every request, each with what came of it", async () => {
    const events = await onelogin.stage.events();
    const outcomes = new Set(events.map((event) => event.outcome));
    expect([...outcomes].sort()).toEqual(["applied", "auth_failed", "lookup", "no_change", "rejected"]);
    const probe = events.find((event) => event.subjectKeys.includes("never-existing-user"));
    expect(probe).toMatchObject({ operation: "user.list", response: { totalResults: 0 } });
    expect(JSON.stringify(events)).not.toContain(onelogin.stage.token);
  });
});
