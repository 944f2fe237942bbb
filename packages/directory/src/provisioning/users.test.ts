import type { JsonObject, UserChange, UserResource } from "@rollcall/scim";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectOk, refusal, type ScimStage, scimStage } from "./testing.ts";

let stage: ScimStage;

beforeAll(async () => {
  stage = await scimStage();
});

afterAll(() => stage.close());

function set(values: JsonObject): UserChange {
  return { apply: (current: UserResource) => ({ ok: true, value: { ...current, ...values } }) };
}

function modify(id: string, change: UserChange, method = "PATCH") {
  return stage.directory.modifyUser(stage.call(method, `/Users/${id}`), id, change, {});
}

function create(resource: JsonObject) {
  return stage.directory.createUser(stage.call("POST", "/Users", { body: resource }), { resource });
}

function get(id: string) {
  return stage.directory.getUser(stage.call("GET", `/Users/${id}`), id);
}

describe("a user that is created", () => {
  it("comes back with every attribute as it was sent", async () => {
    const resource = {
      userName: "grace@acme.test",
      externalId: "00u1",
      name: { givenName: "Grace", familyName: " Hopper", middleName: "B." },
      displayName: "Grace Hopper",
      active: true,
      emails: [{ value: "grace@acme.test", type: "work", primary: true }],
      title: "Rear admiral",
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { department: "Navy" },
    };
    const created = expectOk(await create(resource));
    expect(created.resource).toEqual(resource);
    const read = expectOk(await get(created.id));
    expect(read).toEqual(created);
    expect(read.version).toBe(1);
    expect(read.created).toEqual(read.lastModified);
  });

  it("gets the userName as its address when it has no other (OneLogin templates without emails)", async () => {
    const created = await stage.createUser("only-name@acme.test");
    expect(created.resource.emails).toEqual([{ value: "only-name@acme.test", type: "work", primary: true }]);
  });

  it("without any address is refused, and the refusal is on record with the name it was about", async () => {
    expect(refusal(await create({ userName: "ghopper" }))).toBe("400 user.email_missing");
    const event = (await stage.events()).at(-1);
    expect(event).toMatchObject({
      outcome: "rejected",
      reason: "user.email_missing",
      subject: "ghopper",
      status: 400,
    });
    expect(event?.subjectKeys).toContain("ghopper");
  });

  it("with an unreadable address is refused", async () => {
    expect(refusal(await create({ userName: "x", emails: [{ value: "not an address" }] }))).toBe(
      "400 user.email_invalid",
    );
  });

  it("with a NUL or half a surrogate pair is refused before anything is written", async () => {
    expect(refusal(await create({ userName: "nul\u0000@acme.test" }))).toBe("400 payload.invalid");
    expect(refusal(await create({ userName: "ok@acme.test", title: "\ud800" }))).toBe("400 payload.invalid");
    expect((await create({ userName: "slash\\u0000@acme.test" })).ok).toBe(true);
  });

  it("is refused when its userName is taken in another case", async () => {
    await stage.createUser("ann@acme.test");
    expect(refusal(await create({ userName: "ANN@Acme.Test" }))).toBe("409 user.username_taken");
  });

  it("is written with its event, secrets taken out", async () => {
    const body = { userName: "pw@acme.test", password: "hunter2", note: `${stage.token}` };
    const call = stage.call("POST", "/Users", { body, deviations: [{ dialect: "string-boolean" }] });
    const user = expectOk(await stage.directory.createUser(call, { resource: { userName: "pw@acme.test" } }));
    const event = (await stage.events()).find((each) => each.resourceId === user.id);
    expect(event).toMatchObject({
      operation: "user.create",
      outcome: "applied",
      status: 201,
      groupsValue: "absent",
    });
    expect(event?.dialects).toEqual(["string-boolean"]);
    expect(JSON.stringify(event)).not.toContain("hunter2");
    expect(JSON.stringify(event)).not.toContain(stage.token);
  });
});

describe("people who were here before SCIM", () => {
  it("a local member of the same address is linked: same id, now managed", async () => {
    const id = await stage.localUser("local-member@acme.test");
    const user = expectOk(await create({ userName: "lm", emails: [{ value: "Local-Member@acme.test" }] }));
    expect(user.id).toBe(id);
    expect(user.resource.userName).toBe("lm");
  });

  it("a local admin is not taken over by a SCIM token", async () => {
    const id = await stage.localUser("root@acme.test", "admin");
    expect(refusal(await create({ userName: "root@acme.test" }))).toBe("409 user.local_conflict");
    expect(refusal(await create({ userName: "r", emails: [{ value: "root@acme.test" }] }))).toBe(
      "409 user.local_conflict",
    );
    expect(refusal(await get(id))).toBe("404 user.unknown_id");
    const other = await stage.createUser("other@acme.test");
    expect(refusal(await modify(other.id, set({ userName: "ROOT@acme.test" })))).toBe(
      "409 user.local_conflict",
    );
  });
});

describe("a change of a user", () => {
  it("raises the version and tells before and after", async () => {
    const user = await stage.createUser("change@acme.test");
    const changed = expectOk(await modify(user.id, set({ name: { givenName: "C" }, title: "x" })));
    expect(changed.version).toBe(2);
    expect(changed.lastModified.getTime()).toBeGreaterThanOrEqual(user.lastModified.getTime());
    const event = (await stage.events()).at(-1);
    expect(event?.changes).toEqual([
      { attribute: "name.givenName", before: null, after: "C" },
      { attribute: "title", before: null, after: "x" },
    ]);
  });

  it("that changes nothing leaves version and lastModified, and says so", async () => {
    const user = await stage.createUser("same@acme.test");
    const same = expectOk(await modify(user.id, set({ active: true })));
    expect(same).toEqual(user);
    expect((await stage.events()).at(-1)).toMatchObject({ outcome: "no_change", resourceId: user.id });
  });

  it("to active false deactivates, ends sessions, and true brings the same person back", async () => {
    const user = await stage.createUser("off@acme.test");
    await stage.db.pool.query(
      `INSERT INTO "Session" ("tenantId", id, "userId", method, "expiresAt") VALUES ($1, gen_random_uuid(), $2, 'saml', now() + interval '1 day')`,
      [stage.tenantId, user.id],
    );
    expectOk(await modify(user.id, set({ active: false })));
    const row = await stage.db.pool.query(
      `SELECT active, "deactivatedBy", (SELECT count(*)::int FROM "Session" s WHERE s."userId" = u.id AND "revokedAt" IS NULL) AS open
         FROM "User" u WHERE id = $1`,
      [user.id],
    );
    expect(row.rows[0]).toEqual({ active: false, deactivatedBy: "scim:active", open: 0 });
    expect(expectOk(await get(user.id)).resource.active).toBe(false);
    expect((await stage.events()).map((event) => event.operation)).toContain("user.deactivate");
    const back = expectOk(await modify(user.id, set({ active: true })));
    expect(back.id).toBe(user.id);
    expect((await stage.events()).at(-1)?.operation).toBe("user.reactivate");
  });

  it("of the userName to one that is taken is refused", async () => {
    await stage.createUser("taken@acme.test");
    const user = await stage.createUser("free@acme.test");
    expect(refusal(await modify(user.id, set({ userName: "Taken@acme.test" })))).toBe(
      "409 user.username_taken",
    );
  });

  it("of the userName takes along the address that was only the userName", async () => {
    const user = await stage.createUser("before@acme.test");
    const renamed = expectOk(await modify(user.id, set({ userName: "after@acme.test" })));
    expect(renamed.resource.emails).toEqual([{ value: "after@acme.test", type: "work", primary: true }]);
  });

  it("is refused with 412 when If-Match names another version", async () => {
    const user = await stage.createUser("etag@acme.test");
    const call = stage.call("PUT", `/Users/${user.id}`);
    const stale = await stage.directory.modifyUser(call, user.id, set({ title: "y" }), {
      ifMatch: ['W/"7"'],
    });
    expect(refusal(stale)).toBe("412 resource.version_mismatch");
    const fresh = await stage.directory.modifyUser(call, user.id, set({ title: "y" }), {
      ifMatch: ['W/"1"'],
    });
    expect(expectOk(fresh).version).toBe(2);
  });

  it("of an id that is no id, or another tenant's, is 404", async () => {
    expect(refusal(await modify("010101001010101011001010101011", set({})))).toBe("404 user.unknown_id");
    expect(refusal(await get("00919288221112222"))).toBe("404 user.unknown_id");
  });
});

describe("the last usable admin", () => {
  it("cannot be deactivated or deleted through SCIM", async () => {
    const alone = await scimStage(2);
    const user = await alone.createUser("solo@acme.test");
    await alone.db.pool.query(`UPDATE "User" SET role = 'admin', "passwordHash" = 'x' WHERE id = $1`, [
      user.id,
    ]);
    const off = await alone.directory.modifyUser(
      alone.call("PUT", "/Users/x"),
      user.id,
      set({ active: false }),
      {},
    );
    expect(refusal(off)).toBe("403 user.last_admin");
    const gone = await alone.directory.deleteUser(alone.call("DELETE", "/Users/x"), user.id, {});
    expect(refusal(gone)).toBe("403 user.last_admin");
    await alone.localUser("second@acme.test", "admin");
    expectOk(
      await alone.directory.modifyUser(alone.call("PUT", "/Users/x"), user.id, set({ active: false }), {}),
    );
    await alone.close();
  });
});

describe("a user that is deleted", () => {
  it("is gone for SCIM, kept for the tenant, and its userName is free", async () => {
    const user = await stage.createUser("leaver@acme.test");
    const call = stage.call("DELETE", `/Users/${user.id}`);
    expectOk(await stage.directory.deleteUser(call, user.id, {}));
    expect(refusal(await get(user.id))).toBe("404 user.unknown_id");
    expect(refusal(await stage.directory.deleteUser(call, user.id, {}))).toBe("404 user.unknown_id");
    const { rows } = await stage.db.pool.query(`SELECT active, "deactivatedBy" FROM "User" WHERE id = $1`, [
      user.id,
    ]);
    expect(rows[0]).toEqual({ active: false, deactivatedBy: "scim:delete" });
  });

  it("comes back as the same record without its role when the externalId agrees", async () => {
    const user = expectOk(await create({ userName: "boomerang@acme.test", externalId: "e1" }));
    await stage.db.pool.query(`UPDATE "User" SET role = 'admin' WHERE id = $1`, [user.id]);
    expectOk(await stage.directory.deleteUser(stage.call("DELETE", "/"), user.id, {}));
    const back = expectOk(await create({ userName: "boomerang@acme.test", externalId: "e1", active: true }));
    expect(back.id).toBe(user.id);
    const { rows } = await stage.db.pool.query(`SELECT active, role FROM "User" WHERE id = $1`, [user.id]);
    expect(rows[0]).toEqual({ active: true, role: null });
  });

  it("does not come back as another person of the same userName", async () => {
    const user = expectOk(await create({ userName: "smith@acme.test", externalId: "e1" }));
    expectOk(await stage.directory.deleteUser(stage.call("DELETE", "/"), user.id, {}));
    const other = expectOk(await create({ userName: "smith@acme.test", externalId: "e2" }));
    expect(other.id).not.toBe(user.id);
  });
});
