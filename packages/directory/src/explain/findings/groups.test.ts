import { describe, expect, it } from "vitest";
import { before, MINUTE } from "../testing.ts";
import { FindingsStage, now } from "./testing.ts";

const world = new FindingsStage();

describe("groups", () => {
  const push = async (count: number, groupsValue: string, minutesAgo: number) => {
    for (let n = 0; n < count; n++) {
      const name = `p${minutesAgo}-${n}`;
      const id = await world.stage.user({ userName: `${name}@acme.com`, displayName: name });
      await world.stage.event({
        at: before(now, minutesAgo * MINUTE + n),
        outcome: "applied",
        resourceId: id,
        subject: name,
        groupsValue,
      });
    }
  };

  it("ten people who all come without groups are one finding that says so", async () => {
    await world.connected();
    await push(10, "absent", 5);
    expect(await world.only()).toMatchObject({
      code: "groups.absent",
      seen: { id: "seen.sent" },
      received: [{ values: { people: 10 } }],
    });
  });

  it("is silent when teams come through /Groups", async () => {
    await world.connected();
    await push(10, "empty", 5);
    await world.stage.team({ displayName: "data" });
    expect(await world.findings()).toEqual([]);
  });

  it("names the one person of ten who comes without", async () => {
    await world.connected();
    await push(9, "2", 5);
    await push(1, "absent", 1);
    const finding = await world.only();
    expect(finding).toMatchObject({ code: "groups.absent_for_some", severity: "info", count: 1 });
    expect(finding.received[0]?.values).toMatchObject({ carrying: 9, people: 10 });
    expect(finding.subjects).toHaveLength(1);
  });

  it("says since when groups stopped arriving for everyone", async () => {
    await world.connected();
    await push(6, "1", 120);
    await push(6, "absent", 10);
    const finding = await world.only();
    expect(finding.code).toBe("groups.stopped");
    expect(finding.received[0]?.times.since).toBe(before(now, 10 * MINUTE + 5).toISOString());
  });

  it("tells of members who are not known here, until the group is set without them", async () => {
    await world.connected();
    const team = await world.stage.team({ displayName: "data", lastTouchedAt: now });
    await world.stage.event({
      at: before(now, 60),
      outcome: "applied",
      method: "PATCH",
      operation: "group.update",
      resourceType: "Group",
      resourceId: team,
      warnings: [
        { code: "group.member_unknown", detail: "skipped", value: "u1" },
        { code: "group.member_unknown", detail: "skipped", value: "u2" },
      ],
    });
    expect(await world.only()).toMatchObject({
      code: "group.member_unknown",
      count: 2,
      resolvedAt: null,
      subjects: [{ href: "/access/users?q=u1&trace=1" }, { href: "/access/users?q=u2&trace=1" }],
    });
    await world.stage.event({
      at: before(now, 30),
      outcome: "applied",
      method: "PUT",
      operation: "group.replace",
      resourceType: "Group",
      resourceId: team,
    });
    expect(await world.only()).toMatchObject({ resolvedAt: before(now, 30).toISOString() });
  });
});
