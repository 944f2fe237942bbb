import type { Server } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { MAX_BODY_BYTES, type ScimHandler } from "@rollcall/scim";
import { afterEach, expect, test } from "vitest";
import { closeHttpServer, createHttpServer } from "./http-server.ts";
import { createScimListener } from "./scim-listener.ts";

let server: Server | undefined;
const errors: unknown[] = [];
afterEach(async () => {
  if (server) await closeHttpServer(server, 100);
  errors.length = 0;
});

/** A server whose SCIM handler is `handler`. */
async function serve(
  handler: ScimHandler,
  rules: { publicUrl?: string; trustProxy?: boolean } = {},
): Promise<string> {
  const refuse = (): never => {
    throw new Error("not a SCIM request");
  };
  const scim = createScimListener({
    handler,
    rules: { publicUrl: rules.publicUrl, trustProxy: rules.trustProxy ?? false, port: 3000 },
    onError: (error) => errors.push(error),
  });
  const started = createHttpServer({ scim, health: refuse, pages: refuse });
  server = started;
  await new Promise<void>((done) => started.listen(0, "127.0.0.1", done));
  const address = started.address();
  return typeof address === "object" && address ? `http://127.0.0.1:${address.port}` : "";
}

/** Answers with what it was asked. */
const echo: ScimHandler = async ({ header, ...request }) => ({
  status: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ ...request, agent: header("user-agent") }),
});

async function asked(url: string, init?: RequestInit): Promise<unknown> {
  return (await fetch(url, init)).json();
}

test("tenant, path with its query, base URL and body reach the handler as they were sent", async () => {
  const origin = await serve(echo);
  const request = await asked(`${origin}/api/scim/acme/v2/Users?filter=userName+eq+%22a%22&`, {
    method: "POST",
    body: '{"userName":"ä"}',
    headers: { "user-agent": "OneLogin" },
  });
  expect(request).toMatchObject({
    method: "POST",
    tenant: "acme",
    path: "/Users?filter=userName+eq+%22a%22&",
    baseUrl: `${origin}/api/scim/acme/v2`,
    body: '{"userName":"ä"}',
    ip: "127.0.0.1",
    agent: "OneLogin",
  });
});

test("a body over the limit is told to the handler, not read, and the connection is closed after the reply", async () => {
  const origin = await serve(async ({ bodyProblem }) => ({
    status: 413,
    headers: {},
    body: String(bodyProblem),
  }));
  for (const length of [MAX_BODY_BYTES + 1, 20 * MAX_BODY_BYTES]) {
    const reply = await fetch(`${origin}/api/scim/acme/v2/Users`, {
      method: "POST",
      body: "x".repeat(length),
    });
    expect(reply.status).toBe(413);
    expect(await reply.text()).toBe("too_large");
    expect(reply.headers.get("connection")).toBe("close");
  }
});

test("a client that sends all of a body before it listens still gets the reply, not a reset", async () => {
  const origin = await serve(async () => ({ status: 413, headers: {}, body: "too long" }));
  const socket = connect(Number(new URL(origin).port), "127.0.0.1");
  const length = 20 * MAX_BODY_BYTES;
  socket.write(`POST /api/scim/acme/v2/Users HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`);
  socket.pause();
  await new Promise<void>((done) => socket.write("x".repeat(length), () => done()));
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 413 .*too long$/s);
});

test("a chunked body over the limit is stopped on the way", async () => {
  const origin = await serve(async ({ bodyProblem }) => ({
    status: 413,
    headers: {},
    body: String(bodyProblem),
  }));
  const { port } = new URL(origin);
  const socket = connect(Number(port), "127.0.0.1");
  socket.on("error", () => {});
  socket.write("POST /api/scim/acme/v2/Users HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
  const piece = `10000\r\n${"x".repeat(0x10000)}\r\n`;
  for (let sent = 0; sent <= MAX_BODY_BYTES; sent += 0x10000) socket.write(piece);
  const answer = await new Promise<string>((done) => socket.once("data", (data) => done(data.toString())));
  expect(answer).toContain("HTTP/1.1 413");
  socket.destroy();
});

test("bytes that are not UTF-8 are told as such", async () => {
  const origin = await serve(echo);
  const body = new Uint8Array([0x7b, 0xff, 0x7d]);
  expect(await asked(`${origin}/api/scim/acme/v2/Users`, { method: "POST", body })).toMatchObject({
    bodyProblem: "not_utf8",
  });
});

test("an address without its /v2 reaches the handler under its whole path, so that it can be told of", async () => {
  const origin = await serve(echo);
  for (const path of ["/api/scim/acme/Users?count=1", "/api/scim/acme/v1/Users", "/api/scim/acme/v2Users"]) {
    expect(await asked(`${origin}${path}`)).toMatchObject({
      tenant: "acme",
      path,
      baseUrl: `${origin}/api/scim/acme/v2`,
    });
  }
});

test("a path that names no tenant gets a SCIM error that shows the right form", async () => {
  const origin = await serve(echo);
  const reply = await fetch(`${origin}/api/scim/`);
  expect(reply.status).toBe(404);
  expect(reply.headers.get("content-type")).toBe("application/scim+json");
  expect(await reply.json()).toMatchObject({
    status: "404",
    detail: expect.stringContaining("/api/scim/<tenant>/v2"),
  });
});

test("forwarding headers count only when the proxy is trusted", async () => {
  const headers = {
    "x-forwarded-for": "6.6.6.6, 203.0.113.9",
    "x-forwarded-proto": "https",
    "x-forwarded-host": "scim.acme.test",
  };
  const plain = await serve(echo);
  expect(await asked(`${plain}/api/scim/acme/v2/Users`, { headers })).toMatchObject({
    ip: "127.0.0.1",
    baseUrl: `${plain}/api/scim/acme/v2`,
  });
  if (server) await closeHttpServer(server, 100);
  const behind = await serve(echo, { trustProxy: true });
  expect(await asked(`${behind}/api/scim/acme/v2/Users`, { headers })).toMatchObject({
    ip: "203.0.113.9",
    baseUrl: "https://scim.acme.test/api/scim/acme/v2",
  });
});

/** The value of something once it has been the same for 300 ms. */
async function settled(read: () => number): Promise<number> {
  for (let before = read(); ; before = read()) {
    await new Promise((done) => setTimeout(done, 300));
    if (read() === before) return before;
  }
}

test("a long body is produced no faster than the client reads it, and no further once the client has gone", async () => {
  let produced = 0;
  let ended = false;
  const piece = "x".repeat(64 * 1024);
  async function* pieces(): AsyncGenerator<string> {
    try {
      for (; produced < 4000; produced++) yield piece;
    } finally {
      ended = true;
    }
  }
  const origin = await serve(async () => ({ status: 200, headers: {}, body: pieces() }));
  const gone = new AbortController();
  const reply = await fetch(`${origin}/api/scim/acme/v2/Groups/1`, { signal: gone.signal });
  expect(reply.status).toBe(200);
  const held = await settled(() => produced);
  expect(held).toBeLessThan(500);
  gone.abort();
  await expect.poll(() => ended).toBe(true);
  expect(produced).toBeLessThan(held + 50);
  expect(errors).toEqual([]);
});

test("a body that fails half-way is cut off, so that no client takes it for whole", async () => {
  async function* pieces(): AsyncGenerator<string> {
    yield '{"members":[';
    await new Promise((done) => setTimeout(done, 50));
    throw new Error("the database went away");
  }
  const origin = await serve(async () => ({ status: 200, headers: {}, body: pieces() }));
  const reply = await fetch(`${origin}/api/scim/acme/v2/Groups/1`);
  await expect(reply.text()).rejects.toThrow();
  expect(errors).toHaveLength(1);
});

test("closing waits for the request under way and takes no new one", async () => {
  let finish: (() => void) | undefined;
  const origin = await serve(async () => {
    await new Promise<void>((done) => {
      finish = done;
    });
    return { status: 200, headers: {}, body: "done" };
  });
  const waiting = fetch(`${origin}/api/scim/acme/v2/Users`);
  await expect.poll(() => finish).toBeDefined();
  const closing = server ? closeHttpServer(server, 5000) : undefined;
  server = undefined;
  await expect(fetch(`${origin}/api/scim/acme/v2/Users`)).rejects.toThrow();
  finish?.();
  expect(await (await waiting).text()).toBe("done");
  await closing;
});
