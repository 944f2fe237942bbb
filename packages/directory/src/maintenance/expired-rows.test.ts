import { randomBytes } from "node:crypto";
import { uuidv7 } from "@rollcall/db";
import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deleteExpiredRows, deleteOldEvents } from "./expired-rows.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

/** An id as it would have been made that many days ago. */
function idOf(daysAgo: number): string {
  const time = (Date.now() - daysAgo * 86_400_000).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}${uuidv7().slice(13)}`;
}

async function tenantKeeping(retentionDays: number): Promise<string> {
  const tenantId = uuidv7();
  await db.prisma.tenant.create({ data: { id: tenantId, slug: tenantId, name: "Acme" } });
  await db.prisma.connection.create({ data: { tenantId, retentionDays, cursorKey: randomBytes(32) } });
  return tenantId;
}

test("events go when they are older than their tenant keeps them, and no others", async () => {
  const short = await tenantKeeping(30);
  const long = await tenantKeeping(90);
  const event = { requestId: "r", method: "GET", path: "/Users", operation: "user.list", status: 200 };
  for (const tenantId of [short, long]) {
    for (const days of [1, 29, 31, 60]) {
      await db.prisma.provisioningEvent.create({
        data: { ...event, tenantId, id: idOf(days), outcome: "lookup" },
      });
    }
  }
  expect(await deleteOldEvents(db)).toBe(2);
  expect(await db.prisma.provisioningEvent.count({ where: { tenantId: short } })).toBe(2);
  expect(await db.prisma.provisioningEvent.count({ where: { tenantId: long } })).toBe(4);
});

test("single sign-on requests go when they have expired, and not before", async () => {
  const tenantId = await tenantKeeping(30);
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  await db.prisma.ssoRequest.createMany({
    data: [
      { tenantId, id: "past", expiresAt: at(-1) },
      { tenantId, id: "open", expiresAt: at(5) },
    ],
  });
  expect(await deleteExpiredRows(db)).toBe(1);
  expect(await db.prisma.ssoRequest.findMany({ select: { id: true } })).toEqual([{ id: "open" }]);
});

test("mail goes seven days after it was delivered, or asked for in vain", async () => {
  const tenantId = await tenantKeeping(30);
  const days = (count: number) => new Date(Date.now() - count * 86_400_000);
  const message = { tenantId, kind: "mail", payload: {} };
  const ids = [uuidv7(), uuidv7(), uuidv7(), uuidv7()] as const;
  await db.prisma.outboxMessage.createMany({
    data: [
      { ...message, id: ids[0], createdAt: days(9), deliveredAt: days(8) },
      { ...message, id: ids[1], createdAt: days(9), deliveredAt: days(6) },
      { ...message, id: ids[2], createdAt: days(8), attempts: 12 },
      { ...message, id: ids[3], createdAt: days(6), attempts: 12 },
    ],
  });
  expect(await deleteExpiredRows(db)).toBe(2);
  const left = await db.prisma.outboxMessage.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  expect(left).toEqual([{ id: ids[1] }, { id: ids[3] }]);
});

test("an invite goes a month after it was used, revoked or too old", async () => {
  const tenantId = await tenantKeeping(30);
  const days = (count: number) => new Date(Date.now() - count * 86_400_000);
  const invite = (email: string, dates: { expiresAt: Date; acceptedAt?: Date; revokedAt?: Date }) => ({
    ...{ tenantId, id: uuidv7(), email, emailKey: email, tokenHash: randomBytes(32), createdByName: "Ada" },
    ...dates,
  });
  await db.prisma.invite.createMany({
    data: [
      invite("open@acme.test", { expiresAt: days(-1) }),
      invite("expired@acme.test", { expiresAt: days(29) }),
      invite("long-expired@acme.test", { expiresAt: days(31) }),
      invite("accepted@acme.test", { expiresAt: days(27), acceptedAt: days(31) }),
      invite("revoked@acme.test", { expiresAt: days(27), revokedAt: days(31) }),
    ],
  });
  expect(await deleteExpiredRows(db)).toBe(3);
  const left = await db.prisma.invite.findMany({ select: { email: true }, orderBy: { email: "asc" } });
  expect(left).toEqual([{ email: "expired@acme.test" }, { email: "open@acme.test" }]);
});

test("a dismissal goes when the finding is shown again", async () => {
  const tenantId = await tenantKeeping(30);
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  await db.prisma.findingDismissal.createMany({
    data: [
      { tenantId, key: "past", byName: "Ada", until: at(-1) },
      { tenantId, key: "open", byName: "Ada", until: at(5) },
    ],
  });
  expect(await deleteExpiredRows(db)).toBe(1);
  expect(await db.prisma.findingDismissal.findMany({ select: { key: true } })).toEqual([{ key: "open" }]);
});
