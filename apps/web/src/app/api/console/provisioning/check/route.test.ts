import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { MAX_BODY_BYTES } from "@rollcall/scim";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CheckRequest } from "~/features/check-payload/schema.ts";
import { checkReplySchema } from "~/features/check-payload/schema.ts";
import { type PopulatedTenant, populatedTenant } from "~/server/isolation/two-tenants.ts";
import { createLogger } from "~/server/log.ts";
import { POST } from "./route.ts";

let db: TestDatabase;
let tenant: PopulatedTenant;
let logged = "";

beforeAll(async () => {
  db = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: db.url });
  const write = (line: string) => {
    logged += line;
  };
  globalThis.rollcall = { log: createLogger("info", { write }) };
  tenant = await populatedTenant(db, "alfa");
}, 60_000);
afterAll(async () => {
  await globalThis.rollcall?.database?.close();
  await db.drop();
});

function send(body: Partial<CheckRequest>): Promise<Response> {
  const request = new Request("http://localhost:3000/api/console/provisioning/check", {
    method: "POST",
    headers: {
      host: "localhost:3000",
      origin: "http://localhost:3000",
      cookie: tenant.adminCookie,
      "content-type": "application/json",
    },
    body: JSON.stringify({ resource: "User", method: "POST", ...body }),
  });
  return POST(request, { params: Promise.resolve({}) });
}

const told = async (body: Partial<CheckRequest>) =>
  checkReplySchema.parse(await (await send(body)).json()).check;
/** Line ends, so that the text is twice as long in JSON. */
const long = (length: number) => `{"userName":"bo"${"\n".repeat(length - 17)}}`;

it("a body as long as the endpoint takes is read by it, a longer one is refused by it, one beyond all bounds by the console", async () => {
  expect((await told({ payload: long(MAX_BODY_BYTES) })).code).toBe("user.email_missing");
  expect((await told({ payload: long(MAX_BODY_BYTES + 1) })).answer.status).toBe(413);
  expect((await send({ payload: long(3 * MAX_BODY_BYTES) })).status).toBe(413);
});

it("an id that could lead elsewhere stays an id", async () => {
  for (const id of ["", "../Groups", "x?y=/", ".search", "%"]) {
    const check = await told({ method: "PUT", id, payload: '{"userName":"a@b.test"}' });
    expect([id, check.answer.status]).toEqual([id, id === "" || id === ".search" ? 405 : 404]);
  }
});

it("rows that somebody else is writing: told as busy, after a short while", async () => {
  const other = await db.pool.connect();
  try {
    await other.query("BEGIN");
    await other.query(`UPDATE "User" SET "updatedAt" = now()`);
    const id = (
      await db.pool.query<{ id: string }>(`SELECT id FROM "User" WHERE "scimState" = 'live' LIMIT 1`)
    ).rows[0]?.id;
    const reply = await send({ method: "PUT", id, payload: '{"userName":"secret-name@b.test"}' });
    expect(reply.status).toBe(503);
    expect(reply.headers.get("retry-after")).toBe("1");
    expect(await reply.text()).toContain("check.busy");
  } finally {
    await other.query("ROLLBACK");
    other.release();
  }
});

it("a fault of ours is logged without the payload", async () => {
  await db.pool.query(`ALTER TABLE "User" ADD CONSTRAINT quoted CHECK ("userName" NOT LIKE 'secret%')`);
  const reply = await send({ payload: '{"userName":"secret-name@b.test"}' });
  await db.pool.query(`ALTER TABLE "User" DROP CONSTRAINT quoted`);
  expect(reply.status).toBe(500);
  expect(logged).toContain("A payload could not be checked (23514)");
  expect(logged).not.toContain("secret-name");
});
