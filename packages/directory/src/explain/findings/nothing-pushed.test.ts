import { describe, expect, it } from "vitest";
import { before, HOUR } from "../testing.ts";
import { FindingsStage, now } from "./testing.ts";

const world = new FindingsStage();

describe("connected and nothing pushed", () => {
  const lookups = async (hours: number) => {
    await world.stage.token({
      firstUsedAt: before(now, hours * HOUR),
      lastUsedAt: before(now, hours * HOUR),
    });
    for (let n = 0; n < 6; n++) {
      await world.stage.event({
        at: before(now, hours * HOUR - n),
        outcome: "lookup",
        method: "GET",
        operation: "user.list",
      });
    }
  };

  it("is silent in the first hour", async () => {
    await lookups(0.5);
    expect(await world.findings()).toEqual([]);
  });

  it("is worth knowing after an hour, with the checks in OneLogin and the word that we cannot see inside", async () => {
    await lookups(3);
    const finding = await world.only();
    expect(finding).toMatchObject({
      code: "connection.nothing_pushed",
      severity: "info",
      seen: { id: "seen.verified" },
      lastAt: before(now, 3 * HOUR).toISOString(),
    });
    expect(finding.received[0]?.values.lookups).toBe(6);
    expect(finding.steps.map((step) => step.id)).toEqual([
      "steps.approval_pending.onelogin",
      "steps.provisioning_ticked.onelogin",
      "steps.approval_skip.onelogin",
      "steps.cannot_see.onelogin",
    ]);
  });

  it("is amber after a day", async () => {
    await lookups(25);
    expect(await world.only()).toMatchObject({ severity: "warn" });
  });

  it("never comes back once a write has arrived, even when its event is long gone", async () => {
    await lookups(25);
    await world.stage.user({ userName: "ada@acme.com", scimState: "deleted", active: false });
    expect(await world.findings()).toEqual([]);
  });
});
