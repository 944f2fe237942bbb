import assert from "node:assert/strict";
import { isError, isStatus } from "../expect.ts";
import { suite } from "../suite.ts";

export const errors = suite("RFC 7644: errors and media types", "RFC 7644 §3.12", (check) => {
  check(
    "no token: 401 with WWW-Authenticate and a SCIM error",
    async (scim) => {
      const reply = await scim.anonymously("GET", "/Users");
      isError(reply, 401);
      assert.match(String(reply.headers["www-authenticate"]), /^Bearer/i);
    },
    { source: "RFC 7644 §2, RFC 6750 §3" },
  );

  check(
    "the word Bearer twice: 401",
    async (scim) => {
      isError(
        await scim.anonymously("GET", "/Users", undefined, { Authorization: `Bearer Bearer ${scim.token}` }),
        401,
      );
    },
    { source: "RFC 6750 §2.1" },
  );

  check("malformed JSON: 400 invalidSyntax", async (scim) => {
    isError(await scim.send("POST", "/Users", '{"userName":'), 400, "invalidSyntax");
  });

  check("a body that is no object: 400 invalidSyntax", async (scim) => {
    isError(await scim.send("POST", "/Users", "[]"), 400, "invalidSyntax");
  });

  check("an unknown endpoint: 404", async (scim) => {
    isError(await scim.get("/Nothing"), 404);
  });

  check(
    "a wrong verb: 405 with Allow",
    async (scim) => {
      const reply = await scim.send("PUT", "/Users", {});
      isError(reply, 405);
      assert.match(String(reply.headers.allow), /POST/);
    },
    { source: "RFC 9110 §15.5.6" },
  );

  check("a body over the limit: 413", async (scim) => {
    const reply = await scim.send("POST", "/Users", scim.userBody({ title: "x".repeat(2_000_000) }));
    isError(reply, 413);
  });

  check(
    "a compressed body: 415",
    async (scim) => {
      isError(await scim.send("POST", "/Users", scim.userBody(), { "Content-Encoding": "gzip" }), 415);
    },
    { source: "RFC 9110 §15.5.16" },
  );

  check(
    "a body of another media type: 415",
    async (scim) => {
      isError(await scim.send("POST", "/Users", "<user/>", { "Content-Type": "text/xml" }), 415);
    },
    { source: "RFC 9110 §15.5.16" },
  );

  check(
    "application/json with a charset is accepted",
    async (scim) => {
      const body = scim.userBody();
      const reply = await scim.send("POST", "/Users", body, {
        "Content-Type": "application/json; charset=utf-8",
      });
      isStatus(reply, 201);
      await scim.send(
        "DELETE",
        new URL(String(reply.headers.location)).pathname.replace(/^.*\/Users/, "/Users"),
      );
    },
    { source: "RFC 7644 §3.1" },
  );

  for (const type of ["application/scim+json", "application/json"]) {
    check(
      `Accept: ${type} is answered with it`,
      async (scim) => {
        const reply = await scim.get("/Users?count=0", { Accept: type });
        assert.ok(
          String(reply.headers["content-type"]).startsWith(type),
          String(reply.headers["content-type"]),
        );
      },
      { source: "RFC 7644 §3.8" },
    );
  }

  check(
    "/Me: 501, or the person's own resource",
    async (scim) => {
      const reply = await scim.get("/Me");
      if (reply.status !== 200 && reply.status !== 308) isError(reply, 501);
    },
    { source: "RFC 7644 §3.11" },
  );
});
