import { describe, expect, it } from "vitest";
import { before, HOUR } from "../testing.ts";
import { FindingsStage, now } from "./testing.ts";

const world = new FindingsStage();

describe("people and teams turned away", () => {
  it("three people without an e-mail are one finding that names them", async () => {
    await world.connected();
    for (const name of ["ghopper", "kjohnson", "dvaughan"]) {
      await world.stage.event({
        at: before(now, HOUR),
        outcome: "rejected",
        reason: "user.email_missing",
        subject: name,
        subjectKeys: [name],
      });
    }
    const finding = await world.only();
    expect(finding).toMatchObject({ code: "user.email_missing", severity: "warn", count: 3 });
    expect(finding.subjects.map((subject) => subject.label).sort()).toEqual([
      "dvaughan",
      "ghopper",
      "kjohnson",
    ]);
  });

  it("one refused five times counts once, and is over when the same person is accepted", async () => {
    await world.connected();
    const refuse = (seconds: number) =>
      world.stage.event({
        at: before(now, seconds),
        outcome: "rejected",
        reason: "user.email_missing",
        subject: "ghopper",
        subjectKeys: ["ghopper", "ext-7"],
      });
    for (const seconds of [500, 400, 300, 200, 100]) await refuse(seconds);
    expect(await world.only()).toMatchObject({
      count: 1,
      seen: { id: "seen.times", values: { times: 5 } },
      title: { values: { name: "ghopper", count: 1, times: 5 } },
    });
    await world.stage.event({
      at: before(now, 50),
      outcome: "applied",
      subject: "Grace Hopper",
      subjectKeys: ["ghopper", "grace@acme.com"],
    });
    expect(await world.only()).toMatchObject({ resolvedAt: before(now, 50).toISOString() });
    expect(await world.findings(new Date(now.getTime() + HOUR * 1000))).toEqual([]);
  });

  it("a team name with a blank comes with a suggestion that is allowed", async () => {
    await world.connected();
    await world.stage.event({
      at: before(now, 60),
      outcome: "rejected",
      reason: "group.name_invalid",
      path: "/Groups",
      operation: "group.create",
      resourceType: "Group",
      subject: "Platform Engineering",
      subjectKeys: ["platform engineering"],
    });
    expect((await world.only()).subjects).toMatchObject([
      { kind: "team", suggestion: "platform-engineering", href: expect.stringMatching(/activity\?event=/) },
    ]);
  });

  it("a local account in the way is over once it is linked", async () => {
    await world.connected();
    await world.stage.event({
      at: before(now, 600),
      outcome: "rejected",
      reason: "user.local_conflict",
      subject: "root@acme.com",
      subjectKeys: ["root@acme.com"],
      status: 409,
    });
    expect(await world.only()).toMatchObject({
      resolvedAt: null,
      actions: [{ kind: "link_account", href: "/access/users?q=root%40acme.com" }, { kind: "see_requests" }],
    });
    const local = await world.stage.user({
      userName: "root",
      email: "root@acme.com",
      source: "local",
      scimState: "none",
    });
    expect((await world.only()).actions[0]?.href).toBe(`/access/users/${local}#link`);
    await world.stage.user({ userName: "root@acme.com" });
    expect((await world.only()).resolvedAt).not.toBeNull();
  });

  it("the last admin's refusal is a red finding", async () => {
    await world.connected();
    await world.stage.event({
      at: before(now, 60),
      outcome: "rejected",
      reason: "user.last_admin",
      method: "DELETE",
      operation: "user.delete",
      subject: "Ada",
      subjectKeys: ["ada@acme.com"],
      status: 403,
    });
    expect(await world.only()).toMatchObject({
      code: "user.last_admin",
      severity: "bad",
      actions: [{ kind: "see_users", href: "/access/users" }, { kind: "see_requests" }],
    });
  });

  it("looking for an id that is not there turns nobody away", async () => {
    await world.connected();
    await world.stage.user({ userName: "ada@acme.com" });
    const at = before(now, 60);
    const reason = "user.unknown_id";
    await world.stage.event({
      at,
      outcome: "rejected",
      reason,
      method: "GET",
      path: "/Users/1",
      subjectKeys: ["1"],
    });
    await world.stage.event({
      at,
      outcome: "rejected",
      reason,
      method: "DELETE",
      path: "/Users/1",
      subjectKeys: ["1"],
    });
    expect(await world.findings()).toEqual([]);
  });

  it("a reason that this version does not know is still a finding", async () => {
    await world.connected();
    await world.stage.event({
      at: before(now, 60),
      outcome: "rejected",
      reason: "user.from_the_future",
      subjectKeys: ["x"],
    });
    expect(await world.only()).toMatchObject({ code: "request.refused" });
  });
});
