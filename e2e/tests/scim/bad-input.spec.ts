import { once } from "node:events";
import { connect } from "node:net";
import { type Connection, numberAt, type Reply, textAt } from "@rollcall/idp-simulator";
import { expect, test } from "../../src/fixtures.ts";
import { isScimError } from "../../src/harness/scim-error.ts";
import { openScim } from "../../src/harness/site.ts";

const USER = "urn:ietf:params:scim:schemas:core:2.0:User";

let scim: Connection;
let counter = 0;

test.beforeEach(({ scim: access }) => {
  scim = openScim(access);
});

test.afterEach(async () => {
  const stillServing = await scim.send("GET", "/Users?count=0");
  expect(stillServing.status).toBe(200);
  scim.close();
});

function person(changes: object = {}) {
  counter += 1;
  const userName = `bad-${process.pid}-${Date.now()}-${counter}@example.test`;
  const name = { givenName: "Bad", familyName: "Input" };
  return { schemas: [USER], userName, name, emails: [{ value: userName, type: "work" }], ...changes };
}

async function totalOf(userName: string): Promise<number | undefined> {
  const filter = encodeURIComponent(`userName eq ${JSON.stringify(userName)}`);
  return numberAt((await scim.send("GET", `/Users?filter=${filter}`)).json, "totalResults");
}

const BODIES: readonly (readonly [name: string, body: string | Uint8Array, status: number])[] = [
  ["malformed JSON", '{"userName": "x', 400],
  ["JSON with something after it", '{"userName":"x"} x', 400],
  ["a list instead of an object", "[]", 400],
  ["a bare string", '"x"', 400],
  ["null", "null", 400],
  ["nothing at all", "", 400],
  ["bytes that are no UTF-8", new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 400],
  ["a body over 1 MiB", JSON.stringify({ userName: "x".repeat(1_200_000) }), 413],
  ["100,000 nested lists", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, 400],
];

for (const [name, body, status] of BODIES) {
  test(`${name}: ${status} with a SCIM error`, async () => {
    isScimError(await scim.send("POST", "/Users", body), status);
  });
}

test("a client that offers HTTP/2 with its request is answered in HTTP/1.1 (Java), also after a page was", async ({
  scim: { baseUrl },
}) => {
  await fetch(new URL("/login", baseUrl));
  const { hostname, port, pathname } = new URL(`${baseUrl}/Users`);
  const socket = connect(Number(port), hostname);
  const offer = ["Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAEAAEAAAAIAAAAA"];
  socket.write([`GET ${pathname} HTTP/1.1`, `Host: ${hostname}:${port}`, ...offer, "", ""].join("\r\n"));
  const [first] = await once(socket, "data");
  expect(String(first)).toContain("HTTP/1.1 401 ");
  socket.destroy();
});

test("another media type: 415", async () => {
  isScimError(await scim.send("POST", "/Users", "userName=x", { "Content-Type": "text/plain" }), 415);
});

test("an unknown path: 404; a wrong verb: 405 with Allow", async () => {
  isScimError(await scim.send("GET", "/v2/Users"), 404);
  const reply = await scim.send("DELETE", "/Users");
  isScimError(reply, 405);
  expect(reply.headers.allow).toContain("GET");
});

const CREDENTIALS: readonly (readonly [name: string, header: (token: string) => string])[] = [
  ["the word Bearer twice", (token) => `Bearer Bearer ${token}`],
  ["a token in quotes", (token) => `Bearer "${token}"`],
  ["a token cut off", (token) => `Bearer ${token.slice(0, -4)}`],
  ["another product's token", () => "Bearer ghp_0123456789abcdef0123456789abcdef0123"],
  ["a bare token", (token) => token],
  ["Basic", () => "Basic YTpi"],
  ["nothing after Bearer", () => "Bearer "],
];

for (const [name, header] of CREDENTIALS) {
  test(`${name}: 401 with WWW-Authenticate and nothing given away`, async ({ scim: { token } }) => {
    const reply = await scim.send("GET", "/Users", undefined, { Authorization: header(token) });
    isScimError(reply, 401);
    expect(reply.headers["www-authenticate"]).toMatch(/^Bearer/);
    expect(reply.text).not.toContain(token.slice(-8));
  });
}

test("an id that is none, and one of nobody: 404", async () => {
  for (const id of [
    "1",
    "../Groups",
    "%00",
    '\'; DROP TABLE "User"; --',
    "019a0000-0000-7000-8000-000000000000",
  ]) {
    const reply = await scim.send("GET", `/Users/${encodeURIComponent(id)}`);
    isScimError(reply, 404);
  }
});

test("a user name of 100 kB, with a NUL or a lone surrogate: 400, and nobody is made", async () => {
  for (const userName of ["x".repeat(100_000), "a\0b@example.test", "a\ud800b@example.test"]) {
    isScimError(await scim.send("POST", "/Users", JSON.stringify(person({ userName }))), 400, "invalidValue");
  }
});

test("a lone surrogate in any attribute is refused, never a 500", async () => {
  isScimError(await scim.send("POST", "/Users", JSON.stringify(person({ title: "\udfff" }))), 400);
});

test("__proto__ keys are refused in a body and in a path, and change nothing", async () => {
  const body = person();
  const polluted = JSON.stringify(body).replace("{", '{"__proto__":{"active":false},');
  isScimError(await scim.send("POST", "/Users", polluted), 400);
  expect(await totalOf(body.userName)).toBe(0);
  const made = await scim.send("POST", "/Users", {
    ...body,
    constructor: { prototype: { polluted: "yes" } },
  });
  expect(made.status).toBe(201);
  const patched = await scim.send("PATCH", `/Users/${textAt(made.json, "id")}`, {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
    Operations: [{ op: "add", path: "__proto__.polluted", value: "yes" }],
  });
  expect(patched.status).toBeLessThan(500);
  expect((await scim.send("GET", "/ServiceProviderConfig")).text).not.toContain("polluted");
});

test("a userName that exists in another case: 409 that names it", async () => {
  const body = person();
  expect((await scim.send("POST", "/Users", body)).status).toBe(201);
  const reply = await scim.send("POST", "/Users", { ...body, userName: body.userName.toUpperCase() });
  isScimError(reply, 409, "uniqueness");
  expect(textAt(reply.json, "detail")?.toLowerCase()).toContain(body.userName);
});

test("two simultaneous POSTs of one person: one 201, one 409, one row", async () => {
  for (let round = 0; round < 5; round += 1) {
    const body = person();
    const replies: Reply[] = await Promise.all([
      scim.send("POST", "/Users", body),
      scim.send("POST", "/Users", body),
    ]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 409]);
    expect(await totalOf(body.userName)).toBe(1);
  }
});

test("a person without an e-mail: 400 whose detail says so", async () => {
  const reply = await scim.send("POST", "/Users", { schemas: [USER], userName: `ghopper-${Date.now()}` });
  isScimError(reply, 400, "invalidValue");
  expect(textAt(reply.json, "detail")).toMatch(/e-?mail/i);
});

test("4 KiB of parentheses in a filter are refused quickly", async () => {
  const started = performance.now();
  isScimError(await scim.send("GET", `/Users?filter=${"(".repeat(4096)}`), 400);
  expect(performance.now() - started).toBeLessThan(500);
});
