import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { before, DAY, HOUR, type Stage, setStage } from "../testing.ts";
import { traceSubject } from "./trace-subject.ts";
import { recentlyTurnedAway } from "./turned-away.ts";

let db: TestDatabase;
let stage: Stage;
let token: string;
let tenant = 0;
const now = new Date();

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  stage = await setStage(db, `acme-${++tenant}`);
  token = await stage.token({ firstUsedAt: before(now, DAY), lastUsedAt: before(now, HOUR) });
});

const trace = async (text: string) => {
  const found = await traceSubject(db, stage.tenantId, text, now);
  if (!found) throw new Error("no trace");
  return found;
};
const states = async (text: string) => (await trace(text)).steps.map((step) => step.state);

const refuse = (subjectKeys: readonly string[], reason = "user.email_missing", subject = subjectKeys[0]) =>
  stage.event({
    at: before(now, 60),
    outcome: "rejected",
    reason,
    tokenId: token,
    subjectKeys,
    ...(subject ? { subject } : {}),
    detail: "the way out",
  });

const lookUp = (key: string) =>
  stage.event({
    at: before(now, 120),
    outcome: "lookup",
    method: "GET",
    operation: "user.list",
    path: `/Users?filter=userName eq "${key}"`,
    tokenId: token,
    subject: key,
    subjectKeys: [key],
  });

describe("someone who was turned away", () => {
  it("is found by the userName, with the step of the missing e-mail failed", async () => {
    await lookUp("ghopper");
    const event = await refuse(["ghopper", "7042"], "user.email_missing", "Grace Hopper");
    const found = await trace("GHopper");
    expect(found).toMatchObject({
      outcome: "rejected",
      code: "user.email_missing",
      eventId: event,
      headline: { id: "trace.headline.rejected", values: { reason: "user.email_missing" } },
    });
    expect(found.steps.map((step) => [step.name, step.state])).toEqual([
      ["reached", "ok"],
      ["accepted", "ok"],
      ["complete", "failed"],
      ["matched", "unreached"],
      ["teams", "unreached"],
    ]);
    expect(found.steps[1]?.sentence.values.last4).toBe("3F9C");
    expect(found.checks[0]?.id).toBe("steps.email_add.onelogin");
    expect(found.requests).toHaveLength(2);
  });

  it("is found by the externalId, by the name, and by an address with the same part before the @", async () => {
    await refuse(["ghopper", "7042"], "user.email_missing", "Grace Hopper");
    for (const text of ["7042", "grace hopper", "ghopper@acme.com"]) {
      expect((await trace(text)).outcome, text).toBe("rejected");
    }
    expect((await trace("ghopper@acme.com")).received[0]?.id).toBe("trace.received.resembling");
  });

  it("stops at the fourth step when the data was complete and someone else has the address", async () => {
    await stage.user({ userName: "other@acme.com" });
    await refuse(["grace@acme.com"], "user.username_taken");
    expect(await states("grace@acme.com")).toEqual(["ok", "ok", "ok", "failed", "unreached"]);
  });

  it("is a conflict to settle when a local account has the address", async () => {
    const root = await stage.user({
      userName: "root@acme.com",
      email: "root@acme.com",
      source: "local",
      scimState: "none",
      role: "admin",
    });
    await refuse(["root@acme.com"], "user.local_conflict");
    expect(await trace("root@acme.com")).toMatchObject({
      outcome: "local_conflict",
      person: { id: root },
      actions: [{ kind: "link_account", href: `/access/users/${root}#link` }, { kind: "see_requests" }],
    });
  });
});

describe("someone who was never created", () => {
  it("was looked up only: a change waiting for approval looks like that", async () => {
    await lookUp("grace@acme.com");
    const found = await trace("grace@acme.com");
    expect(found).toMatchObject({ outcome: "looked_up", code: "person.looked_up" });
    expect(found.steps.map((step) => step.state)).toEqual(["ok", "ok", "failed", "unreached", "unreached"]);
  });

  it("was never sent: three checks in OneLogin and the word that we cannot see inside", async () => {
    const found = await trace("grace@acme.com");
    expect(found).toMatchObject({ outcome: "nothing", eventId: null, requests: [] });
    expect(found.checks.map((check) => check.id)).toEqual([
      "steps.assignment_pending.onelogin",
      "steps.provisioning_ticked.onelogin",
      "steps.email_present.onelogin",
      "steps.cannot_see.onelogin",
    ]);
    expect(found.steps[0]?.state).toBe("failed");
  });

  it("cannot arrive while the provider's token is refused, until it is accepted again", async () => {
    await stage.event({ at: before(now, 30), outcome: "auth_failed", authClass: "truncated", status: 401 });
    const found = await trace("grace@acme.com");
    expect(found).toMatchObject({ outcome: "credentials_refused", code: "auth.truncated_token" });
    expect(found.steps.slice(0, 2)).toMatchObject([
      { state: "ok", sentence: { id: "trace.steps.reached.others" } },
      { state: "failed", sentence: { id: "reasons.auth.truncated_token.title" } },
    ]);
    await stage.event({ at: before(now, 10), outcome: "lookup", method: "GET", operation: "user.list" });
    expect((await trace("grace@acme.com")).outcome).toBe("nothing");
  });
});

it("cannot arrive while SCIM is off, and that is the first thing said", async () => {
  await db.pool.query('UPDATE "Connection" SET enabled = false WHERE "tenantId" = $1', [stage.tenantId]);
  const found = await trace("grace@acme.com");
  expect(found).toMatchObject({ outcome: "scim_off", code: "auth.paused" });
  expect(found.steps[0]).toMatchObject({ state: "failed", sentence: { id: "reasons.auth.paused.title" } });
  expect(found.checks.map((check) => check.id)).toEqual(["steps.scim_turn_on.onelogin"]);
});

describe("someone who is here", () => {
  it("passed all five steps", async () => {
    const ada = await stage.user({ userName: "ada@acme.com", email: "ada@acme.com", displayName: "Ada" });
    const data = await stage.team({ displayName: "data" });
    await stage.member(data, ada);
    await stage.event({
      at: before(now, 60),
      outcome: "applied",
      resourceId: ada,
      subjectKeys: ["ada@acme.com"],
    });
    const found = await trace("Ada@acme.com");
    expect(found).toMatchObject({ outcome: "here", person: { id: ada } });
    expect(found.steps.every((step) => step.state === "ok")).toBe(true);
    expect((await trace(ada)).outcome).toBe("here");
  });

  it("was deactivated, and it is said by whom and when", async () => {
    await stage.user({
      userName: "ada@acme.com",
      active: false,
      scimState: "deleted",
      deactivatedAt: before(now, DAY),
      deactivatedBy: "scim:delete",
    });
    expect(await trace("ada@acme.com")).toMatchObject({
      outcome: "deactivated",
      headline: {
        id: "trace.headline.deactivated_by_provider",
        times: { at: before(now, DAY).toISOString() },
      },
      received: [{ id: "trace.received.older" }, { id: "trace.received.hidden" }],
      actions: [{ kind: "see_users", href: "/access/users?status=deactivated&q=ada%40acme.com" }],
    });
  });

  it("goes by another address now, known by the id that came with the old one", async () => {
    const ada = await stage.user({
      userName: "ada@new.com",
      email: "ada@new.com",
      externalId: "EXT-7",
      displayName: "Ada Byron",
    });
    await stage.event({
      at: before(now, 60),
      outcome: "applied",
      resourceId: ada,
      subjectKeys: ["ada@old.com", "ext-7"],
    });
    expect(await trace("ada@old.com")).toMatchObject({
      outcome: "other_identity",
      person: { id: ada, email: "ada@new.com" },
    });
    await lookUp("byron@old.com");
    await stage.event({
      at: before(now, 30),
      outcome: "lookup",
      method: "GET",
      operation: "user.list",
      subjectKeys: ["byron@old.com", "ext-7"],
    });
    expect(await trace("byron@old.com")).toMatchObject({ outcome: "other_identity", person: { id: ada } });
  });

  it("has a local account that the provider never sent", async () => {
    await stage.user({ userName: "root@acme.com", source: "local", scimState: "none" });
    expect(await trace("root@acme.com")).toMatchObject({
      outcome: "here",
      headline: { id: "trace.headline.here_local" },
    });
  });
});

describe("recently turned away", () => {
  it("lists each person once, with reason and fix; who was accepted since, teams, and requests about nobody are none of them", async () => {
    await refuse(["ghopper"], "user.email_missing", "Grace Hopper");
    await refuse(["ghopper"], "user.email_missing", "Grace Hopper");
    await refuse(["late@acme.com"]);
    await stage.event({ at: before(now, 10), outcome: "applied", subjectKeys: ["late@acme.com"] });
    await stage.event({
      at: before(now, 60),
      outcome: "rejected",
      reason: "group.name_invalid",
      operation: "group.create",
      resourceType: "Group",
      subject: "A B",
      subjectKeys: ["a b"],
    });
    await stage.event({ at: before(now, 50), outcome: "rejected", reason: "payload.unreadable" });
    await stage.event({
      at: before(now, 40),
      outcome: "rejected",
      reason: "filter.unsupported",
      method: "GET",
      operation: "user.list",
    });
    expect(await recentlyTurnedAway(db, stage.tenantId, now)).toMatchObject([
      { label: "Grace Hopper", key: "ghopper", times: 2, fix: { id: "steps.email_add.onelogin" } },
    ]);
  });
});

it("blank text and text of any length find nothing and break nothing", async () => {
  expect(await traceSubject(db, stage.tenantId, "   ", now)).toBeNull();
  for (const text of ["x".repeat(100_000), "%_\\", '\'; DROP TABLE "User";--', "a@b@c", "\ud800"]) {
    expect((await trace(text)).outcome).toBe("nothing");
  }
});
