import assert from "node:assert/strict";
import { at, listAt, textAt } from "../../wire/json.ts";
import { BULK, ENTERPRISE, GROUP, USER } from "../../wire/urn.ts";
import { holds, isError, isList, isStatus, lacks } from "../expect.ts";
import { suite } from "../suite.ts";

const CHARACTERISTICS = ["type", "multiValued", "required", "mutability", "returned"];
/** Of attributes whose values are compared as text. */
const TEXT_CHARACTERISTICS = ["caseExact", "uniqueness"];

export const discovery = suite("RFC 7644: discovery", "RFC 7644 §4", (check) => {
  check(
    "ServiceProviderConfig is one object with every required part",
    async (scim) => {
      const reply = await scim.get("/ServiceProviderConfig");
      isStatus(reply, 200);
      lacks(reply, "Resources");
      for (const part of ["patch", "bulk", "filter", "changePassword", "sort", "etag"]) {
        assert.equal(typeof at(reply.json, part, "supported"), "boolean", part);
      }
      for (const [part, limit] of [
        ["bulk", "maxOperations"],
        ["bulk", "maxPayloadSize"],
        ["filter", "maxResults"],
      ] as const) {
        assert.equal(typeof at(reply.json, part, limit), "number", `${part}.${limit}`);
      }
      assert.equal(textAt(reply.json, "authenticationSchemes", 0, "type"), "oauthbearertoken");
    },
    { source: "RFC 7643 §5" },
  );

  for (const endpoint of ["/ServiceProviderConfig", "/ResourceTypes", "/Schemas"]) {
    check(
      `${endpoint} can be read without a token`,
      async (scim) => {
        isStatus(await scim.anonymously("GET", endpoint), 200);
      },
      { level: "SHOULD", source: "RFC 7643 §5" },
    );
  }

  check(
    "ResourceTypes lists User and Group, each readable by name and with a schema that exists",
    async (scim) => {
      const types = isList(await scim.get("/ResourceTypes"));
      assert.deepEqual(types.map((type) => textAt(type, "name")).sort(), ["Group", "User"]);
      for (const type of types) {
        holds(await scim.get(`/ResourceTypes/${textAt(type, "id")}`), textAt(type, "endpoint"), "endpoint");
        isStatus(await scim.get(`/Schemas/${textAt(type, "schema")}`), 200);
      }
    },
  );

  check("Schemas lists User, Group and EnterpriseUser, and no message schema", async (scim) => {
    const ids = isList(await scim.get("/Schemas")).map((schema) => textAt(schema, "id") ?? "");
    for (const urn of [USER, GROUP, ENTERPRISE]) assert.ok(ids.includes(urn), `${urn} is missing`);
    assert.deepEqual(
      ids.filter((id) => id.includes(":messages:")),
      [],
    );
  });

  check(
    "every attribute of every schema states its characteristics",
    async (scim) => {
      for (const schema of isList(await scim.get("/Schemas"))) {
        for (const attribute of listAt(schema, "attributes")) {
          const textual = ["string", "reference", "binary"].includes(textAt(attribute, "type") ?? "");
          const expected = textual ? [...CHARACTERISTICS, ...TEXT_CHARACTERISTICS] : CHARACTERISTICS;
          const absent = expected.filter((name) => at(attribute, name) === undefined);
          assert.deepEqual(absent, [], textAt(attribute, "name"));
        }
      }
    },
    { source: "RFC 7643 §7" },
  );

  check(
    "a filter on what is published is refused with 403",
    async (scim) => {
      isError(await scim.get("/ServiceProviderConfig?filter=id%20pr"), 403);
      isError(await scim.get("/Schemas?filter=id%20pr"), 403);
      isError(await scim.get("/ResourceTypes?filter=id%20pr"), 403);
    },
    { level: "SHOULD" },
  );

  check("an unknown schema or resource type is a 404", async (scim) => {
    isError(await scim.get("/Schemas/urn:example:none"), 404);
    isError(await scim.get("/ResourceTypes/None"), 404);
  });

  check("what ServiceProviderConfig claims of PATCH, sort, ETag and Bulk is so", async (scim) => {
    const { json } = await scim.get("/ServiceProviderConfig");
    const claims = (part: string) => at(json, part, "supported");
    const id = await scim.makeUser();
    const patched = await scim.patch(`/Users/${id}`, { op: "replace", path: "title", value: "x" });
    assert.equal(patched.status < 300, claims("patch"), "patch");
    assert.equal((await scim.get(`/Users/${id}`)).headers.etag !== undefined, claims("etag"), "etag");
    const bulk = await scim.send("POST", "/Bulk", {
      schemas: [BULK],
      Operations: [{ method: "DELETE", path: `/Users/${id}` }],
    });
    assert.equal(bulk.status === 200, claims("bulk"), "bulk");
    const sorted = await scim.get("/Users?sortBy=userName&sortOrder=descending&count=1");
    assert.equal(sorted.status === 200, claims("sort"), "sort");
  });
});
