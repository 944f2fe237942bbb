import type { Server } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeHttpServer, createHttpServer } from "./http-server.ts";

let server: Server;
beforeEach(async () => {
  const other = (): never => {
    throw new Error("not a SCIM request");
  };
  server = createHttpServer({
    scim: (request, response) => {
      if (!request.url?.endsWith("/slow")) return response.end(request.url);
      response.writeHead(200, { "content-length": "10" });
      response.write("12345");
    },
    health: other,
    pages: other,
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterEach(() => closeHttpServer(server, 100));

function port(): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

/** Everything that the server says to a request line, up to the end of the connection. */
async function said(requestLine: string): Promise<string> {
  const socket = connect(port(), "127.0.0.1");
  socket.write(`${requestLine}\r\nHost: x\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

test.each([
  [
    "an address that is too long",
    `GET /api/scim/acme/v2/Users?filter=${"a".repeat(20_000)} HTTP/1.1`,
    431,
    "/.search",
  ],
  [
    "a blank in an address",
    'GET /api/scim/acme/v2/Users?filter=userName eq "x" HTTP/1.1',
    400,
    "percent-encoded",
  ],
  ["no HTTP at all", "hello", 400, "HTTP"],
])("%s is answered with a SCIM error that says what to do", async (_, requestLine, status, detail) => {
  const [head = "", body = ""] = (await said(requestLine)).split("\r\n\r\n");
  expect(head).toContain(`HTTP/1.1 ${status} `);
  expect(head).toContain("content-type: application/scim+json");
  expect(JSON.parse(body)).toMatchObject({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
    status: String(status),
    detail: expect.stringContaining(detail),
  });
});

test("rubbish behind a request that is being answered is not answered inside of that answer", async () => {
  const socket = connect(port(), "127.0.0.1");
  socket.write("GET /api/scim/slow HTTP/1.1\r\nHost: x\r\n\r\n");
  await new Promise((resolve) => socket.once("readable", resolve));
  socket.write("rubbish\r\n\r\n");
  expect((await text(socket)).split("\r\n\r\n")[1]).toBe("12345");
});

test.each([
  ["TRACE /api/scim/acme/v2/Users HTTP/1.1", 405],
  ["OPTIONS * HTTP/1.1", 400],
])("%s is refused", async (requestLine, status) => {
  expect(await said(requestLine)).toContain(`HTTP/1.1 ${status} `);
});

test("a request line that names the whole address is read like one with the path alone (RFC 9112 §3.2.2)", async () => {
  expect(await said("GET http://x:80/api/scim/acme/v2/Users?count=1 HTTP/1.1")).toContain(
    "\r\n\r\n/api/scim/acme/v2/Users?count=1",
  );
});
