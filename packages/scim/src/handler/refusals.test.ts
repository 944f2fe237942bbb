import { describe, expect, it } from "vitest";
import { Client } from "../../test/client.ts";
import { ERROR } from "../schema/urns.ts";

const client = new Client();
const user = (more: object) => JSON.stringify({ userName: "x", ...more });

describe("bad input is answered with a SCIM error that says what to do", () => {
  it.each([
    ["malformed JSON", "POST", "/Users", '{"userName":', {}, 400, "not valid JSON"],
    ["an empty body", "POST", "/Users", " ", {}, 400, "empty"],
    ["an array", "POST", "/Users", "[]", {}, 400, "must be a JSON object"],
    ["another media type", "POST", "/Users", "{}", { "content-type": "text/plain" }, 415, "text/plain"],
    ["a compressed body", "POST", "/Users", "{}", { "content-encoding": "gzip" }, 415, '"gzip"'],
    ["an unknown path", "GET", "/v2/Users", undefined, {}, 404, "base URL"],
    ["a deeper path", "GET", "/Users/1/2", undefined, {}, 404, "base URL"],
    ["a wrong verb", "PUT", "/Users", "{}", {}, 405, "GET"],
    ["a verb that nobody knows", "BREW", "/Users", undefined, {}, 405, "BREW"],
    ["NUL in a value", "POST", "/Users", user({ title: "a\0b" }), {}, 400, '"title" holds a NUL'],
    ["NUL in a name", "POST", "/Users", '{"a\\u0000":1}', {}, 400, "NUL"],
    [
      "half a surrogate pair",
      "POST",
      "/Users",
      '{"name":{"givenName":"\\ud800"}}',
      {},
      400,
      '"name.givenName"',
    ],
    ["__proto__ as a name", "POST", "/Users", '{"name":{"__proto__":{"x":1}}}', {}, 400, '"name.__proto__"'],
    [
      "nesting without end",
      "POST",
      "/Users",
      "[".repeat(99).concat("]".repeat(99)).replace(/^/, '{"a":').concat("}"),
      {},
      400,
      "deeper",
    ],
    ["no userName", "POST", "/Users", "{}", {}, 400, '"userName" is required'],
    ["broken percent-encoding", "GET", "/Users?filter=%E0%A4%A", undefined, {}, 400, "percent-encoded"],
    ["an empty filter", "GET", "/Users?filter=", undefined, {}, 400, "attribute is missing"],
    ["count that is no number", "GET", "/Users?count=many", undefined, {}, 400, '"count"'],
    ["sortBy that nobody knows", "GET", "/Users?sortBy=shoeSize", undefined, {}, 400, "shoeSize"],
    ["NUL in a query", "GET", "/Users?sortBy=%00", undefined, {}, 400, "NUL"],
    ["an id that is no text", "GET", "/Users/%00", undefined, {}, 404, "no SCIM endpoint"],
    ["an id that nobody has", "GET", "/Users/nobody", undefined, {}, 404, "does not exist"],
    ["a search that is no SearchRequest", "POST", "/Users/.search", '{"count":"ten"}', {}, 400, '"count"'],
  ])("%s", async (_, method, path, body, headers, status, detail) => {
    const reply = await client.send(method, path, body, headers);
    expect(reply.status).toBe(status);
    expect(reply.json).toMatchObject({ schemas: [ERROR], status: String(status) });
    expect(reply.json.detail).toContain(detail);
    expect(reply.headers["content-type"]).toBe("application/scim+json");
  });

  it.each([
    ["no JSON", "POST", "/Users", "{", "payload.unreadable"],
    ["a value of the wrong kind", "POST", "/Users", user({ active: "perhaps" }), "payload.invalid"],
    ["no userName", "POST", "/Users", user({ userName: " " }), "user.username_missing"],
    ["no displayName", "POST", "/Groups", '{"displayName":""}', "group.name_missing"],
    ["a sort that nobody knows", "GET", "/Users?sortBy=shoeSize", undefined, "filter.unsupported"],
  ])("the reason of %s is the one that leads to what to do", async (_, method, path, body, code) => {
    await client.send(method, path, body);
    expect(client.directory.recorded.at(-1)?.error?.code).toBe(code);
  });

  it("a body over the limit is 413", async () => {
    const { handle } = withProblem("too_large");
    expect((await handle("/Users")).status).toBe(413);
    expect(String((await handle("/Bulk")).body)).toContain("maxPayloadSize");
  });

  it("a body that is not UTF-8 is 400", async () => {
    expect((await withProblem("not_utf8").handle("/Users")).status).toBe(400);
  });

  it("tells the methods of an endpoint on 405 and on OPTIONS", async () => {
    const allow = "GET, HEAD, PUT, PATCH, DELETE, OPTIONS";
    expect((await client.send("POST", "/Users/1", "{}")).headers.allow).toBe(allow);
    const options = await client.send("OPTIONS", "/Users/1", undefined);
    expect([options.status, options.headers.allow]).toEqual([204, allow]);
  });

  it("asks who is calling before anything else", async () => {
    for (const [method, path, body] of [
      ["GET", "/nowhere", undefined],
      ["POST", "/Users", "{"],
      ["GET", "/Me", undefined],
      ["DELETE", "/Users", undefined],
    ] as const) {
      const reply = await client.send(method, path, body, { authorization: "" });
      expect(reply.status, path).toBe(401);
      expect(reply.headers["www-authenticate"]).toContain("Bearer");
    }
  });

  it("/Me is 501, for a caller who may ask", async () => {
    expect((await client.get("/Me")).status).toBe(501);
  });

  it("an exception is 500 that gives nothing away", async () => {
    const broken = new Client();
    broken.directory.getUser = () => Promise.reject(new Error("secret of the database"));
    const reply = await broken.get("/Users/1");
    expect(reply.status).toBe(500);
    expect(reply.text).not.toContain("secret");
    expect(reply.headers["x-request-id"]).toBe("request-1");
    expect(broken.errors).toHaveLength(1);
  });
});

describe("paths and queries that a client spells loosely", () => {
  it.each([
    ["/Users/", ["loose-slashes"]],
    ["//Users", ["loose-slashes"]],
    ["/Users/?filter=userName%20pr", ["loose-slashes"]],
    ["/Users?", ["query-tail"]],
    ["/Users?count=1&", ["query-tail"]],
    ["/Users?aadOptscim062020", ["aad-flag"]],
    ["/Users?startIndex=1&unknown=x", []],
  ])("%s is answered", async (path, dialects) => {
    expect((await client.get(path)).status).toBe(200);
    expect(client.lastDialects()).toEqual(dialects);
  });

  it("a byte order mark before the body is overlooked (.NET clients)", async () => {
    const body = `\ufeff${JSON.stringify({ userName: "marked" })}`;
    expect((await new Client().send("POST", "/Users", body, {})).status).toBe(201);
  });

  it("parameters without a value are as if they were not there", async () => {
    const blank = ["attributes", "excludedAttributes", "sortBy", "sortOrder", "startIndex", "count"];
    const reply = await client.get(`/Users?${blank.map((name) => `${name}=`).join("&")}`);
    expect([reply.status, reply.json]).toEqual([200, (await client.get("/Users")).json]);
  });

  it("a parameter in another case is not overlooked: a misspelt filter must not list everybody", async () => {
    expect((await client.get("/Users?Filter=nonsense")).status).toBe(400);
  });
});

function withProblem(bodyProblem: "too_large" | "not_utf8") {
  const inner = new Client();
  return { handle: (path: string) => inner.raw({ method: "POST", path, bodyProblem }) };
}
