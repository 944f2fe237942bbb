import { transaction } from "@rollcall/db";
import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { recordAudit } from "../../audit/record-audit.ts";
import { readTraffic } from "../../connection/traffic.ts";
import { before, DAY, type Stage, setStage } from "../testing.ts";
import type { ActivityFilter } from "./filter.ts";
import { countHiddenLookups } from "./hidden-lookups.ts";
import { countNewer, listActivity } from "./list-activity.ts";
import { readEvent } from "./read-event.ts";
import { recentCounts } from "./recent-counts.ts";

let db: TestDatabase;
let stage: Stage;
let tenant = 0;
const now = new Date();

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  stage = await setStage(db, `acme-${++tenant}`);
});

const list = (filter: ActivityFilter = {}, limit = 50, before?: string) =>
  listActivity(db, stage.tenantId, filter, { limit, before });
const subjects = async (filter: ActivityFilter = {}) =>
  (await list(filter)).items.map((item) => (item.kind === "event" ? item.event.subject : item.act.action));

const applied = (seconds: number, subject: string, more: object = {}) =>
  stage.event({
    at: before(now, seconds),
    outcome: "applied",
    subject,
    subjectKeys: [subject.toLowerCase()],
    ...more,
  });

describe("the list", () => {
  it("is newest first and leaves look-ups out unless asked for", async () => {
    await applied(30, "older");
    await applied(20, "newer");
    await stage.event({ at: before(now, 10), outcome: "lookup", subject: "look", operation: "user.list" });
    expect(await subjects()).toEqual(["newer", "older"]);
    expect(await subjects({ lookups: true })).toEqual(["look", "newer", "older"]);
  });

  it("pages by position: what arrives meanwhile neither repeats nor skips a row", async () => {
    for (let n = 0; n < 7; n++) await applied(100 - n, `p${n}`);
    const first = await list({}, 3);
    await applied(0, "meanwhile");
    const second = await list({}, 3, first.next ?? undefined);
    const third = await list({}, 3, second.next ?? undefined);
    const seen = [...first.items, ...second.items, ...third.items];
    expect(seen.map((item) => (item.kind === "event" ? item.event.subject : ""))).toEqual([
      "p6",
      "p5",
      "p4",
      "p3",
      "p2",
      "p1",
      "p0",
    ]);
    expect(third.next).toBeNull();
  });

  it("filters by outcome, kind, reason and time, all at once", async () => {
    await applied(30, "ada");
    await applied(30, "team", { operation: "group.create", resourceType: "Group" });
    await stage.event({
      at: before(now, 30),
      outcome: "rejected",
      reason: "user.email_missing",
      subject: "grace",
    });
    await stage.event({
      at: before(now, 30),
      outcome: "rejected",
      reason: "user.last_admin",
      subject: "root",
    });
    await stage.event({
      at: before(now, 2 * DAY),
      outcome: "rejected",
      reason: "user.email_missing",
      subject: "old",
    });
    await stage.event({ at: before(now, 30), outcome: "auth_failed", authClass: "unknown", subject: "key" });
    expect(await subjects({ outcomes: ["rejected"], since: before(now, DAY) })).toEqual(
      expect.arrayContaining(["grace", "root"]),
    );
    expect(await subjects({ kind: "team" })).toEqual(["team"]);
    expect(await subjects({ kind: "connection" })).toEqual(["key"]);
    expect(
      await subjects({
        kind: "person",
        outcomes: ["rejected"],
        reason: "user.email_missing",
        since: before(now, DAY),
      }),
    ).toEqual(["grace"]);
    expect(await subjects({ until: before(now, DAY) })).toEqual(["old"]);
  });

  it("finds what was applied in part by the reason of its warning", async () => {
    await applied(30, "data", {
      warnings: [{ code: "group.member_unknown", detail: "skipped", value: "u1" }],
    });
    await applied(30, "other");
    expect(await subjects({ reason: "group.member_unknown" })).toEqual(["data"]);
  });

  it("finds a person by any identifier in any case, by part of the name, and one who was refused by the name sent", async () => {
    const ada = await stage.user({ userName: "ada@acme.com", displayName: "Ada Lovelace", externalId: "X7" });
    await applied(30, "Ada", { subjectKeys: [ada, "ada@acme.com", "x7"], resourceId: ada });
    await applied(30, "Bob", { subjectKeys: ["bob@acme.com"] });
    await stage.event({
      at: before(now, 20),
      outcome: "rejected",
      subject: "Grace Hopper",
      subjectKeys: ["gh"],
    });
    for (const search of ["ADA@acme.com", "x7", ada, "lovel"]) {
      expect(await subjects({ search }), search).toEqual(["Ada"]);
    }
    expect(await subjects({ search: "hopp" })).toEqual(["Grace Hopper"]);
    expect(await subjects({ search: "%" })).toEqual([]);
  });

  it("shows what admins did to the connection among the requests, but not under a filter that only requests can meet", async () => {
    await applied(30, "ada");
    await transaction(db, (client) =>
      recordAudit(client, {
        tenantId: stage.tenantId,
        actor: { id: null, name: "Ada" },
        action: "scim_token.regenerated",
        target: { type: "scim_token", name: "…3F9C" },
      }),
    );
    expect(await subjects()).toEqual(["scim_token.regenerated", "ada"]);
    expect(await subjects({ outcomes: ["applied"] })).toEqual(["ada"]);
    expect(await subjects({ kind: "person" })).toEqual(["ada"]);
  });

  it("another tenant's requests are not listed, not counted and not read", async () => {
    const other = await setStage(db, `other-${tenant}`);
    const id = await other.event({ at: now, outcome: "applied", subject: "theirs", subjectKeys: ["theirs"] });
    expect(await subjects({ search: "theirs" })).toEqual([]);
    expect(await countNewer(db, stage.tenantId, {}, "00000000-0000-7000-8000-000000000000")).toBe(0);
    expect(await readEvent(db, stage.tenantId, id, {})).toBeNull();
  });
});

it("counts what is new under the same filter, to a hundred", async () => {
  const seen = await applied(200, "seen");
  for (let n = 0; n < 3; n++) await applied(100 - n, `n${n}`);
  await stage.event({ at: before(now, 10), outcome: "lookup", subject: "look" });
  expect(await countNewer(db, stage.tenantId, {}, seen)).toBe(3);
  expect(await countNewer(db, stage.tenantId, { lookups: true }, seen)).toBe(4);
  expect(await countNewer(db, stage.tenantId, { outcomes: ["rejected"] }, seen)).toBe(0);
  await db.pool.query(
    `INSERT INTO "ProvisioningEvent" ("tenantId","id","requestId","method","path","operation","outcome","status")
     SELECT $1, (left($2, 14) || substr(gen_random_uuid()::text, 15))::uuid, 'r', 'POST', '/Users', 'user.create', 'applied', 201
     FROM generate_series(1, 150)`,
    [stage.tenantId, await applied(0, "last")],
  );
  expect(await countNewer(db, stage.tenantId, {}, seen)).toBe(100);
});

it("an event knows its neighbours under the filter, and whether its person is still here", async () => {
  const ada = await stage.user({ userName: "ada@acme.com", externalId: "X7" });
  const first = await applied(50, "one", { resourceId: ada });
  await stage.event({ at: before(now, 45), outcome: "lookup", subject: "look" });
  const second = await applied(40, "two", { changes: [{ attribute: "active", before: true, after: false }] });
  const third = await applied(30, "three");
  expect(await readEvent(db, stage.tenantId, second, {})).toMatchObject({
    newer: third,
    older: first,
    event: { present: false, changes: [{ attribute: "active" }] },
  });
  expect(await readEvent(db, stage.tenantId, first, {})).toMatchObject({
    older: null,
    newer: second,
    event: { present: true, externalId: "X7" },
  });
});

it("a right token while SCIM was off is no refused token: each is listed for itself, and both together", async () => {
  const refuse = (seconds: number, authClass: string) =>
    stage.event({ at: before(now, seconds), outcome: "auth_failed", authClass, subject: authClass });
  await refuse(30, "truncated");
  await refuse(20, "paused");
  expect(await subjects({ outcomes: ["auth_failed"] })).toEqual(["truncated"]);
  expect(await subjects({ outcomes: ["paused"] })).toEqual(["paused"]);
  expect(await subjects()).toEqual(["paused", "truncated"]);
  expect((await readTraffic(db, stage.tenantId, now)).authFailed).toBe(1);
});

describe("look-ups", () => {
  const lookUp = (seconds: number, subject: string, found = 0, more: object = {}) =>
    stage.event({
      at: before(now, seconds),
      outcome: "lookup",
      method: "GET",
      path: `/Users?filter=userName+eq+%22${encodeURIComponent(subject)}%22&`,
      operation: "user.list",
      subject,
      subjectKeys: [subject],
      response: { totalResults: found },
      ...more,
    });
  const tests = async () =>
    (await list({ lookups: true })).items.flatMap((item) =>
      item.kind === "event" && item.event.connectionTest ? [item.event.subject] : [],
    );

  it("that are left out are counted, under the same time and search", async () => {
    await lookUp(2 * DAY, "old@acme.com");
    await lookUp(30, "ada");
    await applied(20, "ada");
    await lookUp(10, "never-existing-user");
    expect(await countHiddenLookups(db, stage.tenantId, {})).toBe(2);
    expect(await countHiddenLookups(db, stage.tenantId, { since: before(now, DAY) })).toBe(1);
    expect(await countHiddenLookups(db, stage.tenantId, { search: "old@acme.com" })).toBe(1);
    for (const filter of [{ lookups: true }, { outcomes: ["applied"] }, { kind: "team" }] as const) {
      expect(await countHiddenLookups(db, stage.tenantId, filter)).toBe(0);
    }
  });

  it("that tested the connection stand in the list with what admins did to it, but for who looks for changes", async () => {
    const seen = await applied(90, "ada");
    await lookUp(60, "never-existing-user");
    await lookUp(50, "ghopper");
    await applied(40, "ghopper");
    for (const filter of [{}, { since: before(now, 100) }] as const) {
      expect(await subjects(filter)).toEqual(["ghopper", "never-existing-user", "ada"]);
    }
    expect(await subjects({ kind: "connection" })).toEqual(["never-existing-user"]);
    expect(await countNewer(db, stage.tenantId, {}, seen)).toBe(2);
    for (const filter of [{ kind: "person" }, { outcomes: ["applied"] }] as const) {
      expect(await subjects(filter)).toEqual(["ghopper", "ada"]);
    }
  });

  it("for a name that is nobody's, with no write of it since, are tests of the connection (OneLogin, Entra)", async () => {
    await lookUp(60, "never-existing-user");
    await lookUp(50, "ghopper");
    await stage.event({
      at: before(now, 40),
      outcome: "rejected",
      subject: "Grace",
      subjectKeys: ["ghopper"],
    });
    await lookUp(30, "bo", 1);
    await lookUp(20, "grace@acme.com");
    expect(await tests()).toEqual(["never-existing-user"]);
  });

  it("that come first with a token are tests too, with an address or without a name (Okta, Google)", async () => {
    const tokenId = await stage.token({ firstUsedAt: before(now, 60) });
    await lookUp(59, "nobody@acme.com", 0, { tokenId });
    await lookUp(10, "grace@acme.com", 0, { tokenId });
    expect(await tests()).toEqual(["nobody@acme.com"]);
    const okta = { tokenId, path: "/Users?startIndex=1&count=2", subject: undefined, subjectKeys: [] };
    await lookUp(58.5, "", 3, okta);
    expect(await tests()).toEqual([null, "nobody@acme.com"]);
  });
});

it("tells by now how many requests the newest rows stand for", async () => {
  const refused = { outcome: "auth_failed", authClass: "truncated", status: 401 } as const;
  const id = await stage.event({ at: before(now, 30), ...refused, count: 4 });
  await stage.event({ at: before(now, 20), ...refused });
  await stage.event({ at: before(now, DAY), ...refused, count: 9 });
  expect(await recentCounts(db, stage.tenantId, now)).toEqual([{ id, count: 4 }]);
});
