/**
 * How long the console's lists take in a large tenant: 100,000 people, 2,000 teams, 300,000 memberships by default.
 *
 * `ROLLCALL_TEST_SERVER=postgres://… pnpm --filter @rollcall/directory measure [people] [teams]`
 */
import { performance } from "node:perf_hooks";
import { uuidv7 } from "@rollcall/db";
import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { listPeople } from "../src/people/list-people.ts";
import type { PeopleQuery } from "../src/people/people-query.ts";
import { countPresets, listTeams } from "../src/teams/list-teams.ts";
import type { TeamsQuery } from "../src/teams/teams-query.ts";

const PEOPLE = Number(process.argv[2] ?? 100_000);
const TEAMS = Number(process.argv[3] ?? 2_000);
const RUNS = 15;

const SEED_PEOPLE = `
  INSERT INTO "User" ("tenantId", "id", "userName", "userNameKey", "externalId", "displayName", "givenName", "familyName",
                      "email", "emailKey", "emailKeys", "active", "source", "scimState", "lastProvisionedAt", "lastSignInAt", "attributes")
  SELECT $1, gen_random_uuid(), name || n || '@acme.test', name || n || '@acme.test', 'OL-' || n, given || ' ' || family || ' ' || n,
         given, family, name || n || '@acme.test', name || n || '@acme.test', ARRAY[name || n || '@acme.test'], n % 20 <> 0,
         CASE WHEN n % 50 = 0 THEN 'local' ELSE 'scim' END::"UserSource", CASE WHEN n % 50 = 0 THEN 'none' ELSE 'live' END::"ScimState",
         now() - n * interval '1 minute', CASE WHEN n % 3 = 0 THEN now() - n * interval '2 minutes' END,
         jsonb_build_object('title', 'Engineer', 'emails', jsonb_build_array(jsonb_build_object('value', name || n || '@acme.test', 'primary', true)))
  FROM generate_series(1, $2::int) n
  CROSS JOIN LATERAL (SELECT (ARRAY['Ada','Grace','Alan','Edsger','Barbara','Donald','Margaret','Ken','Radia','Tim'])[1 + n % 10] AS given,
                             (ARRAY['Lovelace','Hopper','Turing','Dijkstra','Liskov','Knuth','Hamilton','Thompson','Perlman'])[1 + n % 9] AS family) p
  CROSS JOIN LATERAL (SELECT lower(given || '.' || family) AS name) q`;

const SEED_TEAMS = `
  INSERT INTO "Team" ("tenantId", "id", "displayName", "displayNameKey", "name", "source", "lastTouchedAt", "lastNonEmptyAt", "createdAt")
  SELECT $1, gen_random_uuid(), 'team-' || n, 'team-' || n, 'team-' || n, CASE WHEN n % 10 = 0 THEN 'manual' ELSE 'scim' END::"TeamSource",
         now() - n * interval '70 minutes', now() - n * interval '1 minute', now() - interval '200 days'
  FROM generate_series(1, $2::int) n`;

const SEED_MEMBERSHIPS = `
  INSERT INTO "Membership" ("tenantId", "teamId", "userId", "channel")
  SELECT $1, t."id", u."id", 'group'
  FROM (SELECT "id", row_number() OVER () AS n FROM "User" WHERE "tenantId" = $1) u
  CROSS JOIN generate_series(0, 2) k
  JOIN (SELECT "id", row_number() OVER () AS n FROM "Team" WHERE "tenantId" = $1) t ON t.n = 1 + (u.n * 7 + k * 13) % ($2::int * 9 / 10)`;

const SEED_REJECTIONS = `
  INSERT INTO "ProvisioningEvent" ("tenantId", "id", "requestId", "method", "path", "operation", "resourceType", "subjectKeys", "outcome", "reason", "status", "at")
  SELECT $1, gen_random_uuid(), 'r', 'PUT', '/Users', 'user.update', 'User', ARRAY['ol-' || n, 'nobody' || n], 'rejected', 'user.email_missing', 400, now() - n * interval '1 minute'
  FROM generate_series(1, 2000) n`;

async function seed(db: TestDatabase): Promise<string> {
  const tenantId = uuidv7();
  await db.prisma.tenant.create({ data: { id: tenantId, slug: "large", name: "Large" } });
  await db.pool.query(SEED_PEOPLE, [tenantId, PEOPLE]);
  await db.pool.query(SEED_TEAMS, [tenantId, TEAMS]);
  await db.pool.query(SEED_MEMBERSHIPS, [tenantId, TEAMS]);
  await db.pool.query(SEED_REJECTIONS, [tenantId]);
  await db.pool.query("VACUUM ANALYZE");
  return tenantId;
}

async function measure(label: string, work: () => Promise<unknown>): Promise<void> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (quantile: number) =>
    (times[Math.floor((times.length - 1) * quantile)] ?? 0).toFixed(1).padStart(8);
  process.stdout.write(`${label.padEnd(44)} median ${at(0.5)} ms   p95 ${at(0.95)} ms\n`);
}

const db = await createTestDatabase();
try {
  const tenantId = await seed(db);
  const people: PeopleQuery = { status: "active", sort: "name", descending: false, page: 1, size: 25 };
  const teams: TeamsQuery = { preset: "all", sort: "name", descending: false, page: 1, size: 25 };
  const list = (query: Partial<PeopleQuery>) => () => listPeople(db, tenantId, { ...people, ...query });
  const listOf = (query: Partial<TeamsQuery>) => () => listTeams(db, tenantId, { ...teams, ...query });
  await measure("people: first page", list({}));
  await measure("people: page 1,000", list({ page: 1000 }));
  await measure("people: one person by name", list({ search: "ada lovelace 90" }));
  await measure("people: by external id", list({ search: "ol-54321" }));
  await measure("people: nobody", list({ search: "zzyzx" }));
  await measure("people: many by name", list({ search: "grace" }));
  await measure("people: one letter", list({ search: "q" }));
  await measure("people: two letters", list({ search: "ra" }));
  await measure("people: by last change", list({ sort: "lastChange", descending: true }));
  await measure("people: by last sign-in", list({ sort: "lastSignIn", descending: true }));
  await measure("people: local", list({ source: "local" }));
  await measure("people: with a problem", list({ problem: true }));
  await measure("teams: first page", listOf({}));
  await measure("teams: search", listOf({ search: "team-19" }));
  await measure("teams: by members", listOf({ sort: "members", descending: true }));
  await measure("teams: possibly stale", listOf({ preset: "stale" }));
  await measure("teams: counts of the presets", () => countPresets(db, tenantId));
} finally {
  await db.drop();
}
