import { GROUP, parseFilter, USER } from "@rollcall/scim";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { groupListing } from "./list-groups.ts";
import { type Listing, listStatement } from "./list-sql.ts";
import { USERS } from "./list-users.ts";
import { type ScimStage, scimStage } from "./testing.ts";

let stage: ScimStage;

const PEOPLE = 20_000;
const TEAMS = 2_000;
const SOMEONE = "00000000-0000-7000-8000-00000000002a";

beforeAll(async () => {
  stage = await scimStage(2);
  await stage.db.pool.query(
    `INSERT INTO "User" ("tenantId", id, "userName", "userNameKey", "externalId", "displayName", email, "emailKey",
                         "emailKeys", "scimState", attributes, "updatedAt")
     SELECT $1, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'p' || n, 'p' || n, 'e' || n, 'Person ' || n,
            'p' || n || '@x.test', 'p' || n || '@x.test', ARRAY['p' || n || '@x.test'], 'live',
            jsonb_build_object('emails', jsonb_build_array(jsonb_build_object('value', 'p' || n || '@x.test', 'type', 'work'))),
            now() - make_interval(mins => ${PEOPLE} - n)
       FROM generate_series(1, ${PEOPLE}) n`,
    [stage.tenantId],
  );
  await stage.db.pool.query(
    `INSERT INTO "Team" ("tenantId", id, "displayName", "displayNameKey", name, "externalId")
     SELECT $1, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Team ' || n, 'team ' || n, 'team-' || n, 'g' || n
       FROM generate_series(1, ${TEAMS}) n`,
    [stage.tenantId],
  );
  await stage.db.pool.query(
    `INSERT INTO "Membership" ("tenantId", "teamId", "userId", channel)
     SELECT $1, t.id, u.id, 'group' FROM generate_series(1, ${PEOPLE}) n
       JOIN "User" u ON u."userName" = 'p' || n JOIN "Team" t ON t.name = 'team-' || (1 + n % ${TEAMS})`,
    [stage.tenantId],
  );
  for (const table of ["User", "Team", "Membership"]) await stage.db.pool.query(`VACUUM ANALYZE "${table}"`);
}, 120_000);

afterAll(() => stage.close());

interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly Plans?: readonly PlanNode[];
}

/** The tables that a list reads from end to end, planned for these values and, as prepared statements are, for any. */
async function tablesScanned(listing: Listing, filter: string): Promise<string[]> {
  const names = listing.type === "User" ? USER.names : GROUP.names;
  const parsed = parseFilter(filter, names);
  if (!parsed.ok) throw new Error(parsed.error.detail);
  const page = { kind: "index", startIndex: 1, count: 100 } as const;
  const list = listStatement(stage.call("GET", "/"), { filter: parsed.value, page }, listing);
  if (list === undefined) throw new Error("no statement");
  const client = await stage.db.pool.connect();
  try {
    const found = new Set<string>();
    for (const query of [
      { text: `EXPLAIN (FORMAT JSON) ${list.text}`, values: list.values },
      { text: `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${list.text}` },
    ]) {
      const { rows } = await client.query<{ "QUERY PLAN": readonly { Plan: PlanNode }[] }>(query);
      for (const { Plan } of rows[0]?.["QUERY PLAN"] ?? []) collect(Plan, found);
    }
    return [...found].sort();
  } finally {
    client.release();
  }
}

function collect(node: PlanNode, found: Set<string>): void {
  if (node["Node Type"] === "Seq Scan" && node["Relation Name"]) found.add(node["Relation Name"]);
  for (const child of node.Plans ?? []) collect(child, found);
}

const BIG = ["User", "Team", "Membership"];

describe("every filter that a known client sends reads an index, not a table", () => {
  it.each([
    'userName eq "p42"',
    'userName Eq "P42"',
    'externalId eq "e42"',
    'emails.value eq "p42@x.test"',
    'emails eq "p42@x.test"',
    'emails[type eq "work"].value eq "p42@x.test"',
    'emails[value eq "p42@x.test"]',
    `id eq "${SOMEONE}"`,
    `id eq "${SOMEONE}" and manager eq "${SOMEONE}"`,
    'userName eq "p42" or userName eq "p43"',
    `groups.value eq "${SOMEONE}"`,
  ])("users: %s", async (filter) => {
    const scanned = await tablesScanned(USERS, filter);
    expect(scanned.filter((table) => BIG.includes(table))).toEqual([]);
  });

  it.each([
    'displayName eq "Team 42"',
    'externalId eq "g42"',
    `id eq "${SOMEONE}"`,
    `members eq "${SOMEONE}"`,
    `members.value eq "${SOMEONE}"`,
    `members[value eq "${SOMEONE}"]`,
    `id eq "${SOMEONE}" and members eq "${SOMEONE}"`,
  ])("groups: %s", async (filter) => {
    const scanned = await tablesScanned(groupListing([], ""), filter);
    expect(scanned.filter((table) => BIG.includes(table))).toEqual([]);
  });
});
