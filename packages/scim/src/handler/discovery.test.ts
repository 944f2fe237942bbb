import { describe, expect, it } from "vitest";
import { BASE, Client } from "../../test/client.ts";
import { MAX_BULK_BYTES } from "../http/request.ts";
import { isJsonArray, isJsonObject, type JsonValue } from "../json.ts";
import { CURSOR_TIMEOUT, PAGE_SIZE } from "../query/limits.ts";
import {
  BULK_REQUEST,
  CORE_GROUP,
  CORE_USER,
  ENTERPRISE_USER,
  LIST_RESPONSE,
  PATCH_OP,
} from "../schema/urns.ts";

const client = new Client();
const anonymous = { authorization: "" };

function find(list: JsonValue | undefined, name: string) {
  const found = isJsonArray(list)
    ? list.find((entry) => isJsonObject(entry) && entry.name === name)
    : undefined;
  return isJsonObject(found) ? found : {};
}

describe("discovery (RFC 7644 §4)", () => {
  it.each([
    ["/ServiceProviderConfig", "ServiceProviderConfig"],
    ["/ResourceTypes/User", "ResourceType"],
    [`/Schemas/${CORE_USER}`, "Schema"],
    [`/Schemas/${ENTERPRISE_USER}`, "Schema"],
    [`/Schemas/${CORE_GROUP}`, "Schema"],
  ])("%s is public and says where it is", async (path, resourceType) => {
    const reply = await client.get(path, anonymous);
    expect(reply.status).toBe(200);
    expect(reply.json.meta).toEqual({ resourceType, location: `${BASE}${path}` });
  });

  it.each([
    ["/ResourceTypes", 2],
    ["/Schemas", 3],
  ])("%s is a list of %i", async (path, totalResults) => {
    const reply = await client.get(path, anonymous);
    expect(reply.json).toMatchObject({ schemas: [LIST_RESPONSE], totalResults });
  });

  it("a filter on a list is 403; sorting and paging are ignored", async () => {
    expect((await client.get("/Schemas?filter=id%20pr", anonymous)).status).toBe(403);
    expect((await client.get("/ResourceTypes?filter=id%20pr")).status).toBe(403);
    expect((await client.get("/ServiceProviderConfig?filter=id%20pr")).status).toBe(403);
    expect((await client.get("/Schemas?count=1&sortBy=id", anonymous)).json.itemsPerPage).toBe(3);
  });

  it("what is not there is 404", async () => {
    expect((await client.get("/Schemas/urn:x", anonymous)).status).toBe(404);
    expect((await client.get("/ResourceTypes/Device", anonymous)).status).toBe(404);
  });

  it("a token that is no good is not overlooked", async () => {
    expect((await client.get("/ServiceProviderConfig", { authorization: "Bearer x" })).status).toBe(401);
  });
});

describe("what discovery promises is what the endpoint does", () => {
  it("patch, bulk, filter, sort and etag", async () => {
    const { json: config } = await client.get("/ServiceProviderConfig");
    expect(config).toMatchObject({
      patch: { supported: true },
      bulk: { supported: true, maxPayloadSize: MAX_BULK_BYTES },
      filter: { supported: true, maxResults: PAGE_SIZE.max },
      changePassword: { supported: false },
      sort: { supported: true },
      etag: { supported: true },
      pagination: {
        cursor: true,
        index: true,
        maxPageSize: PAGE_SIZE.max,
        defaultPageSize: PAGE_SIZE.default,
        cursorTimeout: CURSOR_TIMEOUT,
      },
    });
    const user = await client.post("/Users", { schemas: [CORE_USER], userName: "ann" });
    expect(user.headers.etag).toBeDefined();
    const path = `/Users/${user.json.id}`;
    expect((await client.patch(path, [{ op: "add", path: "title", value: "x" }])).status).toBe(200);
    expect((await client.get("/Users?filter=title%20pr&sortBy=title")).json.totalResults).toBe(1);
    expect((await client.get("/Users?cursor=")).status).toBe(200);
    const { bulk } = config;
    const max = isJsonObject(bulk) && typeof bulk.maxOperations === "number" ? bulk.maxOperations : 0;
    const operation = { method: "DELETE", path: "/Users/nobody" };
    const Operations = Array.from({ length: max + 1 }, () => operation);
    expect((await client.post("/Bulk", { schemas: [BULK_REQUEST], Operations })).status).toBe(413);
    expect(PATCH_OP).toContain("PatchOp");
  });

  it("required, readOnly, writeOnly and never returned", async () => {
    const { attributes } = (await client.get(`/Schemas/${CORE_USER}`)).json;
    expect(find(attributes, "userName")).toMatchObject({
      required: true,
      uniqueness: "server",
      caseExact: false,
    });
    const emails = find(attributes, "emails");
    expect(emails).toMatchObject({ required: true, multiValued: true, type: "complex" });
    expect(find(emails.subAttributes, "value")).toMatchObject({ required: true });
    expect(find(attributes, "password")).toMatchObject({ mutability: "writeOnly", returned: "never" });
    expect(find(attributes, "groups")).toMatchObject({ mutability: "readOnly" });
    expect(find(attributes, "active")).toMatchObject({ type: "boolean", required: true });
    expect(find(attributes, "userName")).not.toHaveProperty("maxLength");
    expect((await client.post("/Users", { schemas: [CORE_USER] })).status).toBe(400);
  });

  it("the enterprise extension belongs to users and is optional", async () => {
    expect((await client.get("/ResourceTypes/User")).json).toMatchObject({
      id: "User",
      endpoint: "/Users",
      schema: CORE_USER,
      schemaExtensions: [{ schema: ENTERPRISE_USER, required: false }],
    });
  });
});
