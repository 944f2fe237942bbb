import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listFindings } from "../list-findings.ts";
import { before, DAY, MINUTE, setStage } from "../testing.ts";

let db: TestDatabase;
const now = new Date();

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

it("a person made anew under the id of somebody who is here is one finding, until the former is deactivated", async () => {
  const stage = await setStage(db);
  await stage.token({ firstUsedAt: before(now, DAY), lastUsedAt: before(now, MINUTE) });
  const former = await stage.user({ userName: "ada@old.com", externalId: "ext-7", displayName: "Ada" });
  await stage.user({ userName: "bo@acme.com", externalId: "ext-8" });
  const newer = await stage.user({ userName: "ada@new.com", externalId: "ext-7", displayName: "Ada" });
  await stage.event({ at: before(now, MINUTE), outcome: "applied", resourceId: newer });
  expect(await listFindings(db, stage.tenantId, now)).toMatchObject([
    {
      code: "user.duplicate",
      received: [{ values: { name: "Ada", former: "ada@old.com" } }],
      actions: [{ kind: "merge_accounts", href: `/access/users/${former}#link` }, { kind: "see_requests" }],
    },
  ]);
  await db.prisma.user.updateMany({ where: { id: former }, data: { active: false } });
  expect(await listFindings(db, stage.tenantId, now)).toEqual([]);
});
