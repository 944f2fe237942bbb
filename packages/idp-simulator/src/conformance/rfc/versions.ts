import assert from "node:assert/strict";
import { at } from "../../wire/json.ts";
import { isError, isStatus } from "../expect.ts";
import { suite } from "../suite.ts";

export const versions = suite("RFC 7644: versions", "RFC 7644 §3.14", (check) => {
  check("ETag equals meta.version and changes with the resource", async (scim) => {
    const target = `/Users/${await scim.makeUser()}`;
    const before = await scim.get(target);
    assert.equal(before.headers.etag, at(before.json, "meta", "version"));
    await scim.patch(target, { op: "replace", path: "title", value: "new" });
    assert.notEqual((await scim.get(target)).headers.etag, before.headers.etag);
  });

  check("If-None-Match with the current version: 304 without a body", async (scim) => {
    const target = `/Users/${await scim.makeUser()}`;
    const { etag = "" } = (await scim.get(target)).headers;
    const reply = await scim.get(target, { "If-None-Match": etag });
    isStatus(reply, 304);
    assert.equal(reply.text, "");
  });

  check("If-Match with an old version: 412, with the current one: done", async (scim) => {
    const body = scim.userBody();
    const target = `/Users/${await scim.makeUser(body)}`;
    const { etag = "" } = (await scim.get(target)).headers;
    isStatus(await scim.send("PUT", target, { ...body, title: "1" }, { "If-Match": etag }), 200);
    isError(await scim.send("PUT", target, { ...body, title: "2" }, { "If-Match": etag }), 412);
    isError(await scim.send("DELETE", target, undefined, { "If-Match": etag }), 412);
  });

  check(
    "If-None-Match with the current version changes nothing: 412",
    async (scim) => {
      const target = `/Users/${await scim.makeUser()}`;
      const { etag = "" } = (await scim.get(target)).headers;
      isError(await scim.send("DELETE", target, undefined, { "If-None-Match": etag }), 412);
      isError(await scim.send("DELETE", target, undefined, { "If-None-Match": "*" }), 412);
      isStatus(await scim.send("DELETE", target, undefined, { "If-None-Match": 'W/"none"' }), 204);
    },
    { source: "RFC 9110 §13.1.2" },
  );
});
