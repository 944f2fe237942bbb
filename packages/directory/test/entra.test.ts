import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, connect, GROUP, PATCH_OP, USER, values } from "./client.ts";

let entra: Client;
let [ann, team] = ["", ""];
const MANAGER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager";

beforeAll(async () => {
  entra = await connect({ "content-type": "application/scim+json; charset=utf-8" });
});

afterAll(async () => {
  expect(entra.faults).toEqual([]);
  await entra.stage.close();
});

function patch(path: string, ...Operations: Record<string, unknown>[]) {
  return entra.send("PATCH", path, JSON.stringify({ schemas: PATCH_OP, Operations }));
}

describe("Entra ID", () => {
  it("creates with roles, meta and an externalId, and finds by each of its filters", async () => {
    const body = {
      schemas: [...USER, "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
      externalId: "0a21f0f2",
      userName: "ann@x.test",
      active: true,
      displayName: "Ann",
      emails: [{ type: "work", value: "ann.work@x.test", primary: true }],
      meta: { resourceType: "User" },
      name: { formatted: "Ann Ax", familyName: "Ax", givenName: "Ann" },
      roles: [],
    };
    ann = String((await entra.send("POST", "/Users", body)).json.id);
    for (const filter of [
      'userName eq "ANN@x.test"',
      'externalId eq "0a21f0f2"',
      "externalId eq 0a21f0f2",
      'emails[type eq "work"].value eq "ann.work@x.test"',
      `id eq "${ann}"`,
    ]) {
      const found = await entra.send("GET", `/Users?aadOptscim062020&filter=${encodeURIComponent(filter)}`);
      expect([filter, found.json.totalResults]).toEqual([filter, 1]);
    }
    expect((await entra.send("GET", `/Users/?filter=externalId eq "0A21F0F2"`)).json.totalResults).toBe(0);
  });

  it("patches with capitalised operations, texts for booleans and value paths that match nothing yet", async () => {
    const patched = await patch(
      `/Users/${ann}`,
      { op: "Replace", path: "active", value: "False" },
      { op: "Replace", path: 'emails[type eq "work"].value', value: "new@x.test" },
      { op: "Add", path: 'emails[type eq "home"].value', value: "home@x.test" },
      { op: "Add", path: MANAGER, value: [{ $ref: "http://x", value: "u9" }] },
    );
    expect(patched.json).toMatchObject({
      active: false,
      [MANAGER.slice(0, -8)]: { manager: { value: "u9" } },
    });
    expect(values(patched.json.emails).sort()).toEqual(["home@x.test", "new@x.test"]);
    const { rows } = await entra.stage.db.pool.query(`SELECT email, "emailKeys" FROM "User" WHERE id = $1`, [
      ann,
    ]);
    expect(rows[0]).toEqual({ email: "new@x.test", emailKeys: ["new@x.test", "home@x.test"] });
  });

  it("patches with dotted and URN keys when the flag is on", async () => {
    const value = {
      "name.givenName": "N",
      displayName: "N",
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber": "7",
    };
    const patched = await patch(`/Users/${ann}?aadOptscim062020`, { op: "replace", value });
    expect(patched.json).toMatchObject({ name: { givenName: "N", familyName: "Ax" }, displayName: "N" });
    const reference = `id eq "${ann}" and manager eq "u9"`;
    const found = await entra.send("GET", `/Users?filter=${encodeURIComponent(reference)}`);
    expect(found.json.totalResults).toBe(1);
  });

  it("keeps groups by displayName, without their members when it does not want them", async () => {
    const urn = "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group";
    const body = {
      schemas: [...GROUP, urn],
      externalId: "8aa1a0c0",
      displayName: "X",
      members: [],
      meta: { resourceType: "Group" },
    };
    team = String((await entra.send("POST", "/Groups", body)).json.id);
    expect((await entra.send("POST", "/Groups", body)).status).toBe(409);
    await patch(`/Groups/${team}`, { op: "Add", path: "members", value: [{ $ref: null, value: ann }] });
    const found = await entra.send("GET", `/Groups?excludedAttributes=members&filter=displayName eq "x"`);
    expect(found.json.totalResults).toBe(1);
    expect(JSON.stringify(found.json)).not.toContain("members");
    await patch(`/Groups/${team}`, { op: "Remove", path: "members", value: [{ $ref: null, value: ann }] });
    expect((await entra.send("GET", `/Groups/${team}`)).json.members ?? []).toEqual([]);
  });

  it("is told 404 the second time it deletes", async () => {
    for (const path of [`/Groups/${team}`, `/Users/${ann}`]) {
      expect((await entra.send("DELETE", path)).status).toBe(204);
      expect((await entra.send("DELETE", path)).status).toBe(404);
    }
  });
});
