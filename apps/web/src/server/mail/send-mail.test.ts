import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { transaction } from "@rollcall/db";
import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { createTenant } from "@rollcall/directory/accounts/create-tenant";
import { enqueue } from "@rollcall/directory/outbox/outbox";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parseEnv } from "../env.ts";
import { createLogger } from "../log.ts";
import { sealMail } from "./mail-message.ts";
import { startMail } from "./send-mail.ts";

let db: TestDatabase;
let server: SMTPServer;
let received: string[];

beforeEach(async () => {
  db = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: db.url, LOG_LEVEL: "silent" });
  received = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      let text = "";
      stream.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on("end", () => {
        received.push(text);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await globalThis.rollcall?.database?.close();
  await db.drop();
});

function port(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

const MAIL = {
  to: "grace@acme.test",
  subject: "You're invited",
  text: "https://console.test/invite#secret-token",
};

/** Asks for an invite's mail. */
async function enqueueMail(): Promise<void> {
  const tenant = await createTenant(db, {
    organization: "Acme",
    name: "Ada",
    email: "ada@acme.test",
    password: "seven quiet otters paddle",
  });
  if (!tenant.ok) throw new Error(tenant.error.code);
  const { tenantId } = tenant.value;
  const payload = await sealMail(MAIL);
  await transaction(db, (client) => enqueue(client, { tenantId, kind: "mail", payload }));
}

it("an invite's mail is sealed while it waits, is sent once over SMTP, and is then forgotten", async () => {
  await enqueueMail();
  const waiting = await db.prisma.outboxMessage.findFirstOrThrow();
  expect(JSON.stringify(waiting)).not.toMatch(/secret-token|grace/);

  const settings = parseEnv({
    SMTP_URL: `smtp://127.0.0.1:${port(server.server.address())}`,
    MAIL_FROM: "rollcall@acme.test",
  });
  const stop = startMail(db, settings, createLogger("silent"));
  await expect.poll(() => received.length, { timeout: 12_000 }).toBe(1);
  await stop();
  expect(received[0]).toContain("To: grace@acme.test");
  expect(received[0]).toContain("From: rollcall@acme.test");
  expect(received[0]).toContain("https://console.test/invite#secret-token");
  expect(await db.prisma.outboxMessage.findFirstOrThrow()).toMatchObject({ payload: {}, attempts: 1 });
});

it("a mail server that says nothing does not hold up a stop", async () => {
  await enqueueMail();
  const mute = createServer().listen(0, "127.0.0.1");
  await once(mute, "listening");
  const connected = once(mute, "connection");
  const settings = parseEnv({ SMTP_URL: `smtp://127.0.0.1:${port(mute.address())}` });
  const stop = startMail(db, settings, createLogger("silent"));
  const [socket] = await connected;
  const asked = Date.now();
  await stop();
  expect(Date.now() - asked).toBeLessThan(5_000);
  socket.destroy();
  mute.close();
}, 20_000);

it("a mail that cannot be sent is told in the log, and tried again", async () => {
  await enqueueMail();
  const lines: string[] = [];
  const settings = parseEnv({ SMTP_URL: "smtp://127.0.0.1:1" });
  const stop = startMail(db, settings, createLogger("info", { write: (line) => void lines.push(line) }));
  await expect.poll(() => lines.length, { timeout: 12_000 }).toBe(1);
  await stop();
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    msg: "A mail was not sent; it is tried again. See SMTP_URL.",
    err: { message: expect.stringContaining("ECONNREFUSED") },
  });
  expect(await db.prisma.outboxMessage.findFirstOrThrow()).toMatchObject({ deliveredAt: null, attempts: 1 });
}, 20_000);
