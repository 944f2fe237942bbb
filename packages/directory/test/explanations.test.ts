import type { JsonValue } from "@rollcall/scim";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Finding } from "../src/explain/finding.ts";
import { listFindings } from "../src/explain/list-findings.ts";
import { traceSubject } from "../src/explain/trace/trace-subject.ts";
import { recentlyTurnedAway } from "../src/explain/trace/turned-away.ts";
import { regenerateToken } from "../src/tokens/issue-token.ts";
import { type Client, connect, GROUP, PATCH_OP, USER } from "./client.ts";

/** What the console says of requests that went through the real handler. */
let idp: Client;

beforeEach(async () => {
  idp = await connect({ "content-type": "application/json" });
});

afterEach(async () => {
  expect(idp.faults).toEqual([]);
  await idp.stage.close();
});

async function findings(): Promise<readonly Finding[]> {
  await idp.stage.directory.flush();
  return listFindings(idp.stage.db, idp.stage.tenantId);
}

async function codes(): Promise<string[]> {
  return (await findings()).map((finding) => finding.code).sort();
}

async function trace(text: string) {
  await idp.stage.directory.flush();
  const found = await traceSubject(idp.stage.db, idp.stage.tenantId, text);
  if (!found) throw new Error("nothing was traced");
  return found;
}

const person = (userName: string, more: Record<string, JsonValue> = {}) => ({
  schemas: USER,
  userName,
  active: true,
  emails: [{ value: userName, primary: true, type: "work" }],
  ...more,
});
const create = (userName: string, more: Record<string, JsonValue> = {}) =>
  idp.send("POST", "/Users", person(userName, more));
const lookUp = (userName: string) => idp.send("GET", `/Users?filter=userName+eq+%22${userName}%22&`);
const as = (authorization: string) => idp.send("GET", "/Users?count=1", undefined, { authorization });

describe("a refused credential is named by what is wrong with it", () => {
  it("the token that was regenerated: last four, by whom; over with the next request that gets in", async () => {
    const { db, tenantId, token } = idp.stage;
    await regenerateToken(db, { tenantId, actor: { id: null, name: "Grace" } }, 0);
    expect((await lookUp("ann@x.test")).status).toBe(401);
    const [finding] = await findings();
    expect(finding).toMatchObject({ code: "auth.retired_token", severity: "bad", resolvedAt: null });
    expect(finding?.received[0]?.values).toMatchObject({ last4: token.slice(-4), retiredBy: "Grace" });
    const issued = await regenerateToken(db, { tenantId, actor: { id: null, name: "Grace" } }, 0);
    await as(`Bearer ${issued.token}`);
    expect((await findings())[0]).toMatchObject({
      code: "auth.retired_token",
      resolvedAt: expect.any(String),
    });
  });

  it.each([
    ["cut off", (token: string) => `Bearer ${token.slice(0, -9)}`, "findings.auth.truncated_token.received"],
    ["another product's", () => "Bearer glpat-0123456789", "findings.auth.unknown_token.received"],
    ["a scheme and nothing after it", () => "Bearer ", "findings.auth.malformed_header.received_empty"],
    [
      "doubled",
      (token: string) => `Bearer Bearer ${token}`,
      "findings.auth.malformed_header.received_doubled_bearer",
    ],
    ["quoted", (token: string) => `Bearer "${token}"`, "findings.auth.malformed_header.received_quoted"],
    ["bare", (token: string) => token, "findings.auth.malformed_header.received_no_scheme"],
  ])("%s", async (_name, authorization, sentence) => {
    expect((await as(authorization(idp.stage.token))).status).toBe(401);
    expect((await findings()).map((finding) => finding.received[0]?.id)).toEqual([sentence]);
  });

  it("off here: 403, and over when SCIM is on again", async () => {
    const { db, tenantId } = idp.stage;
    await db.pool.query(`UPDATE "Connection" SET enabled = false WHERE "tenantId" = $1`, [tenantId]);
    expect((await lookUp("ann@x.test")).status).toBe(403);
    expect(await codes()).toEqual(["auth.paused"]);
    const resumed = `UPDATE "Connection" SET enabled = true, "enabledAt" = now() WHERE "tenantId" = $1`;
    await db.pool.query(resumed, [tenantId]);
    expect((await findings())[0]).toMatchObject({ resolvedAt: expect.any(String) });
  });

  it("five hundred guesses are one finding and few rows", async () => {
    for (let n = 0; n < 500; n++) await as(`Bearer guess-${n}`);
    const found = await findings();
    expect(found).toMatchObject([{ code: "auth.unknown_token", count: 500 }]);
    expect((await idp.stage.events()).length).toBeLessThan(120);
  });
});

describe("people", () => {
  it("without an e-mail: found, listed, and traced to the third step; over when they are sent with one", async () => {
    await lookUp("ghopper");
    expect((await create("ghopper", { emails: [], displayName: "Grace Hopper" })).status).toBe(400);
    expect(await codes()).toEqual(["user.email_missing"]);
    const { db, tenantId } = idp.stage;
    expect(await recentlyTurnedAway(db, tenantId)).toMatchObject([{ label: "Grace Hopper", key: "ghopper" }]);
    const found = await trace("ghopper");
    expect(found).toMatchObject({ outcome: "rejected", code: "user.email_missing" });
    expect(found.steps.map((step) => step.state)).toEqual(["ok", "ok", "failed", "unreached", "unreached"]);
    expect((await create("ghopper", { emails: [{ value: "grace@x.test" }] })).status).toBe(201);
    expect((await findings())[0]).toMatchObject({ resolvedAt: expect.any(String) });
    expect(await recentlyTurnedAway(db, tenantId)).toEqual([]);
    expect((await trace("grace@x.test")).outcome).toBe("here");
  });

  it("looked up only, and nothing at all, are two answers", async () => {
    await lookUp("ann@x.test");
    expect((await trace("Ann@x.test")).outcome).toBe("looked_up");
    expect((await trace("bob@x.test")).outcome).toBe("nothing");
  });

  it("deactivated and deleted are told with who did it; a changed address leads to the person", async () => {
    const { json } = await create("ann@x.test", { externalId: "7042" });
    await idp.send("PUT", `/Users/${json.id}`, person("anna@x.test", { externalId: "7042" }));
    expect(await trace("ann@x.test")).toMatchObject({ outcome: "other_identity", person: { id: json.id } });
    await idp.send("DELETE", `/Users/${json.id}`);
    expect(await trace("anna@x.test")).toMatchObject({
      outcome: "deactivated",
      headline: { id: "trace.headline.deactivated_by_provider" },
    });
  });

  it("a local admin of the same address is a conflict to settle", async () => {
    const id = await idp.stage.localUser("root@x.test", "admin");
    expect((await create("root@x.test")).status).toBe(409);
    expect(await codes()).toEqual(["user.local_conflict"]);
    expect(await trace("root@x.test")).toMatchObject({ outcome: "local_conflict", person: { id } });
  });

  it("an update of somebody who is not here is a finding, a look at them is none", async () => {
    await create("ann@x.test");
    const gone = "01990000-0000-7000-8000-000000000001";
    await idp.send("GET", `/Users/${gone}`);
    await idp.send("DELETE", `/Users/${gone}`);
    expect(await codes()).toEqual([]);
    await idp.send("PUT", `/Users/${gone}`, person("bob@x.test"));
    expect(await codes()).toEqual(["user.unknown_id"]);
  });
});

describe("teams", () => {
  const group = (displayName: string) => idp.send("POST", "/Groups", { schemas: GROUP, displayName });

  it("a name that strict mode refuses comes with one that it takes", async () => {
    const { db, tenantId } = idp.stage;
    await db.pool.query(`UPDATE "Connection" SET "strictNames" = true WHERE "tenantId" = $1`, [tenantId]);
    expect((await group("Platform Engineering")).status).toBe(400);
    const [finding] = await findings();
    expect(finding).toMatchObject({ code: "group.name_invalid" });
    expect(finding?.subjects).toMatchObject([
      { label: "Platform Engineering", suggestion: "platform-engineering" },
    ]);
    await group("platform-engineering");
    expect((await findings())[0]?.code).toBe("group.name_invalid");
  });

  it("members who are not known here are told with the team's name", async () => {
    const { json } = await group("data");
    const value = [{ value: "01990000-0000-7000-8000-000000000009" }];
    const Operations = [{ op: "add", path: "members", value }];
    await idp.send("PATCH", `/Groups/${json.id}`, { schemas: PATCH_OP, Operations });
    expect(await findings()).toMatchObject([
      { code: "group.member_unknown", count: 1, title: { values: { name: "data" } } },
    ]);
  });

  it("ten people without a groups value, and then one of ten: two different findings", async () => {
    for (let n = 0; n < 10; n++) await create(`p${n}@x.test`);
    expect(await codes()).toEqual(["groups.absent"]);
    for (let n = 0; n < 9; n++) {
      const { json } = await lookUp(`p${n}@x.test`);
      const [found] = Array.isArray(json.Resources) ? json.Resources : [];
      await idp.send("PUT", `/Users/${found.id}`, person(`p${n}@x.test`, { groups: ["data"] }));
    }
    const [finding] = await findings();
    expect(finding).toMatchObject({ code: "groups.absent_for_some", count: 1 });
    expect(finding?.subjects).toMatchObject([{ label: "p9@x.test" }]);
  });
});

it("an address that is none of SCIM's is told with what is too much in it, until a request gets in", async () => {
  await idp.send("GET", "/v2/Users");
  expect((await findings()).map((finding) => finding.received[0]?.id)).toEqual([
    "findings.path.not_found.received_version",
  ]);
  await lookUp("ann@x.test");
  expect((await findings())[0]).toMatchObject({ resolvedAt: expect.any(String) });
});

it("a whole push that goes well leaves nothing to attend to", async () => {
  await lookUp("ann@x.test");
  const { json: ann } = await create("ann@x.test");
  const { json: role } = await idp.send("POST", "/Groups", { schemas: GROUP, displayName: "data" });
  const Operations = [{ op: "add", path: "members", value: [{ value: String(ann.id) }] }];
  await idp.send("PATCH", `/Groups/${role.id}`, { schemas: PATCH_OP, Operations });
  expect(await codes()).toEqual([]);
  const found = await trace("ann@x.test");
  expect(found.outcome).toBe("here");
  expect(found.steps.every((step) => step.state === "ok")).toBe(true);
});
