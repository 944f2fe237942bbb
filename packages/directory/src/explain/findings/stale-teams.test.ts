import { describe, expect, it } from "vitest";
import { before, DAY, HOUR } from "../testing.ts";
import { FindingsStage, now } from "./testing.ts";

const world = new FindingsStage();

describe("teams that may be left over", () => {
  it("a team that became empty more than a day ago is named with the day", async () => {
    await world.connected();
    await world.stage.team({
      displayName: "ml-old",
      createdAt: before(now, 90 * DAY),
      lastNonEmptyAt: before(now, 34 * DAY),
    });
    await world.stage.team({
      displayName: "fresh",
      createdAt: before(now, 9 * DAY),
      lastNonEmptyAt: before(now, HOUR),
    });
    expect(await world.only()).toMatchObject({
      code: "team.possibly_stale",
      count: 1,
      seen: { id: "seen.heard" },
      received: [
        {
          id: "findings.team.possibly_stale.received_emptied",
          times: { since: before(now, 34 * DAY).toISOString() },
        },
      ],
    });
  });

  it("a team that nobody named for 90 days while its members were pushed is named with their number", async () => {
    await world.connected();
    const team = await world.stage.team({
      displayName: "old",
      createdAt: before(now, 300 * DAY),
      lastTouchedAt: before(now, 100 * DAY),
    });
    for (let n = 0; n < 8; n++) {
      const id = await world.stage.user({
        userName: `m${n}@acme.com`,
        receivedGroups: ["data"],
        receivedGroupsAt: before(now, 3 * DAY),
      });
      await world.stage.member(team, id);
    }
    expect((await world.only()).received).toMatchObject([{ values: { updatedWithout: 8, members: 8 } }]);
  });

  it("says nothing of a team that never had anyone, of a manual one, or of one that an admin keeps", async () => {
    await world.connected();
    const at = before(now, 40 * DAY);
    await world.stage.team({ displayName: "never", createdAt: at });
    await world.stage.team({ displayName: "manual", source: "manual", createdAt: at, lastNonEmptyAt: at });
    await world.stage.team({
      displayName: "kept",
      createdAt: at,
      lastNonEmptyAt: at,
      keptUntil: new Date(now.getTime() + DAY * 1000),
    });
    expect(await world.findings()).toEqual([]);
  });
});
