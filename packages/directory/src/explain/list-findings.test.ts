import { describe, expect, it } from "vitest";
import { FindingsStage, now } from "./findings/testing.ts";
import { listFindings } from "./list-findings.ts";
import { before, DAY } from "./testing.ts";

const world = new FindingsStage();

describe("quiet", () => {
  it("a tenant without a single request has no findings", async () => {
    await world.stage.token();
    expect(await world.findings()).toEqual([]);
  });

  it("a connection that once worked and has been silent for weeks has no findings", async () => {
    await world.connected();
    const ada = await world.stage.user({
      userName: "ada@acme.com",
      lastProvisionedAt: before(now, 40 * DAY),
    });
    const data = await world.stage.team({
      displayName: "data",
      createdAt: before(now, 300 * DAY),
      lastTouchedAt: before(now, 200 * DAY),
    });
    await world.stage.member(data, ada);
    await world.db.pool.query(`UPDATE "User" SET "lastProvisionedAt" = $2 WHERE "tenantId" = $1`, [
      world.stage.tenantId,
      before(now, 250 * DAY),
    ]);
    expect(await world.findings()).toEqual([]);
  });

  it("a tenant without a connection has no findings", async () => {
    expect(await listFindings(world.db, "01990000-0000-7000-8000-000000000000", now)).toEqual([]);
  });
});
