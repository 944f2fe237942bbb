import { describe, expect, it } from "vitest";
import { BASE, Client } from "../../test/client.ts";
import { MemoryDirectory } from "../../test/memory-directory.ts";
import { CORE_USER, ENTERPRISE_USER } from "../schema/urns.ts";

const ann = {
  schemas: [CORE_USER],
  userName: "ann@x.io",
  name: { givenName: "Ann", familyName: "Ax" },
  emails: [{ value: "ann@x.io", type: "work", primary: true }],
};

async function withAnn() {
  const client = new Client();
  const created = await client.post("/Users", ann);
  return { client, created, path: `/Users/${created.json.id}` };
}

describe("a user's life", () => {
  it("begins with 201, a Location, an ETag and the whole representation (RFC 7644 §3.3)", async () => {
    const { created } = await withAnn();
    expect(created.status).toBe(201);
    expect(created.headers).toMatchObject({ location: `${BASE}/Users/u1`, etag: 'W/"1"' });
    expect(created.json).toMatchObject({
      ...ann,
      id: "u1",
      active: true,
      meta: {
        resourceType: "User",
        location: `${BASE}/Users/u1`,
        version: 'W/"1"',
        created: "2026-01-01T00:00:01.000Z",
        lastModified: "2026-01-01T00:00:01.000Z",
      },
    });
  });

  it("has one userName, whatever its case (RFC 7644 §3.3.1)", async () => {
    const { client } = await withAnn();
    const reply = await client.post("/Users", { ...ann, userName: "ANN@X.IO" });
    expect([reply.status, reply.json.scimType]).toEqual([409, "uniqueness"]);
  });

  it("is replaced by PUT: what the body leaves out goes, but active stays (RFC 7644 §3.5.1)", async () => {
    const { client, path } = await withAnn();
    await client.patch(path, [{ op: "replace", value: { active: false, title: "Boss" } }]);
    const reply = await client.put(path, { schemas: [CORE_USER], userName: "ann@x.io", id: "other" });
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({ id: "u1", userName: "ann@x.io", active: false });
    expect(reply.json).not.toHaveProperty("title");
    expect(reply.json).not.toHaveProperty("name");
  });

  it("is not made by PUT", async () => {
    const { client } = await withAnn();
    expect((await client.put("/Users/nobody", ann)).status).toBe(404);
  });

  it("is changed by PATCH, which names the extension in schemas as soon as it is used", async () => {
    const { client, path } = await withAnn();
    const reply = await client.patch(path, [
      { op: "add", path: `${ENTERPRISE_USER}:employeeNumber`, value: "7" },
    ]);
    expect(reply.status).toBe(200);
    expect(reply.json.schemas).toEqual([CORE_USER, ENTERPRISE_USER]);
    expect(reply.json.meta).toMatchObject({ version: 'W/"2"' });
  });

  it("keeps version and lastModified when a change changes nothing", async () => {
    const { client, path, created } = await withAnn();
    const patch = await client.patch(path, [{ op: "add", path: "emails", value: ann.emails }]);
    const put = await client.put(path, ann);
    expect(patch.json.meta).toEqual(created.json.meta);
    expect(put.json.meta).toEqual(created.json.meta);
  });

  it("ends with 204; then it is 404 for every verb and the name is free (RFC 7644 §3.6)", async () => {
    const { client, path } = await withAnn();
    const deleted = await client.delete(path);
    expect([deleted.status, deleted.text]).toEqual([204, ""]);
    expect((await client.get(path)).status).toBe(404);
    expect((await client.delete(path)).status).toBe(404);
    expect((await client.put(path, ann)).status).toBe(404);
    expect((await client.patch(path, [{ op: "remove", path: "title" }])).status).toBe(404);
    expect((await client.post("/Users", ann)).status).toBe(201);
  });

  it("never shows a password", async () => {
    const { client } = await withAnn();
    const reply = await client.post("/Users?attributes=password,userName", {
      ...ann,
      userName: "b",
      password: "pw-123",
    });
    expect(reply.text).not.toContain("pw-123");
    expect(JSON.stringify([...client.directory.users])).not.toContain("pw-123");
  });
});

describe("conditions (RFC 7644 §3.14)", () => {
  it("If-None-Match with the present version is 304", async () => {
    const { client, path } = await withAnn();
    const reply = await client.get(path, { "if-none-match": 'W/"1"' });
    expect([reply.status, reply.text, reply.headers.etag]).toEqual([304, "", 'W/"1"']);
    expect((await client.get(path, { "if-none-match": 'W/"0"' })).status).toBe(200);
  });

  it("If-Match with another version is 412, for every change", async () => {
    const { client, path } = await withAnn();
    const stale = { "if-match": 'W/"0"' };
    expect((await client.put(path, ann, stale)).status).toBe(412);
    expect((await client.patch(path, [{ op: "add", path: "title", value: "x" }], stale)).status).toBe(412);
    expect((await client.delete(path, stale)).status).toBe(412);
    expect((await client.delete(path, { "if-match": 'W/"1"' })).status).toBe(204);
  });

  it.each(['W/"1"', "*"])("If-None-Match %s is 412, for every change (RFC 9110 §13.1.2)", async (tag) => {
    const { client, path } = await withAnn();
    const present = { "if-none-match": tag };
    const other = { "if-none-match": 'W/"0"' };
    expect((await client.put(path, ann, present)).status).toBe(412);
    expect((await client.patch(path, [{ op: "add", path: "title", value: "x" }], present)).status).toBe(412);
    expect((await client.delete(path, present)).status).toBe(412);
    expect((await client.delete(path, other)).status).toBe(204);
  });
});

describe("which attributes come back (RFC 7644 §3.9)", () => {
  it.each([
    ["attributes=userName", ["schemas", "id", "userName"]],
    ["attributes=name.givenName", ["schemas", "id", "name"]],
    ["attributes=meta.version,EMAILS", ["schemas", "id", "emails", "meta"]],
    ["excludedAttributes=emails,name,id,schemas", ["schemas", "id", "active", "userName", "meta"]],
    [`attributes=${CORE_USER}:userName`, ["schemas", "id", "userName"]],
    ["attributes=shoeSize", ["schemas", "id"]],
  ])("%s", async (query, names) => {
    const { client, path } = await withAnn();
    const operations = [{ op: "remove", path: "title" }];
    for (const reply of [
      await client.get(`${path}?${query}`),
      await client.put(`${path}?${query}`, ann),
      await client.patch(`${path}?${query}`, operations),
    ]) {
      expect(Object.keys(reply.json).sort()).toEqual([...names].sort());
    }
  });

  it("an extension can be asked for whole, or one attribute of it", async () => {
    const { client, path } = await withAnn();
    const value = { [ENTERPRISE_USER]: { department: "R&D", division: "D" } };
    await client.patch(path, [{ op: "add", value }]);
    const whole = await client.get(`${path}?attributes=${ENTERPRISE_USER}`);
    const part = await client.get(`${path}?attributes=${ENTERPRISE_USER}:division`);
    expect(whole.json[ENTERPRISE_USER]).toEqual({ department: "R&D", division: "D" });
    expect(part.json[ENTERPRISE_USER]).toEqual({ division: "D" });
  });
});

describe("strict mode", () => {
  const strict = () => new Client(new MemoryDirectory({ strict: true }));

  it.each([
    [{ ...ann, shoeSize: 43 }, "shoeSize"],
    [{ ...ann, schemas: [CORE_USER, "urn:x"] }, "urn:x"],
    [{ ...ann, schemas: ["urn:scim:schemas:core:1.0"] }, "legacy-urns"],
    [{ ...ann, active: "true" }, "string-boolean"],
    [{ ...ann, title: "" }, "blank-as-unassigned"],
    [{ ...ann, emails: ann.emails[0] ?? {} }, "single-as-array-item"],
    [{ userName: "x" }, "missing-schemas"],
  ])("refuses %j", async (body, culprit) => {
    const reply = await strict().post("/Users", body);
    expect(reply.status).toBe(400);
    expect(reply.json.detail).toContain(culprit);
  });

  it("takes what the RFC allows", async () => {
    const client = strict();
    expect((await client.post("/Users", { ...ann, groups: [], title: null, id: "x" })).status).toBe(201);
    expect((await client.get("/Users?filter=USERNAME%20Eq%20%22ann@x.io%22&")).json.totalResults).toBe(1);
  });
});
