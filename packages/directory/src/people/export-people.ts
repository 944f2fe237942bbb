import { type Database, transaction } from "@rollcall/db";
import type { ActContext } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { listPeople, type PersonRow } from "./list-people.ts";
import type { PeopleFilter } from "./people-query.ts";

/** The most people that one export holds. */
export const EXPORT_LIMIT = 50_000;

/** A person with the names of all their teams. */
export interface ExportedPerson extends PersonRow {
  readonly teamNames: readonly string[];
}

/** People of a filter for a file, by name, at most 50,000. That it was taken, and with which filter, is audited. */
export async function exportPeople(
  db: Database,
  context: ActContext,
  filter: PeopleFilter,
): Promise<readonly ExportedPerson[]> {
  const { tenantId, actor, ip } = context;
  const query = { ...filter, sort: "name" as const, descending: false, page: 1, size: EXPORT_LIMIT };
  const { people } = await listPeople(db, tenantId, query);
  const teamNames = await namesOfTeams(
    db,
    tenantId,
    people.flatMap(({ id, teamCount }) => (teamCount > 0 ? id : [])),
  );
  await transaction(db, (client) =>
    recordAudit(client, {
      tenantId,
      actor,
      ip,
      action: "users.exported",
      target: { type: "users" },
      after: { rows: people.length, filter },
    }),
  );
  return people.map((person) => ({ ...person, teamNames: teamNames.get(person.id) ?? [] }));
}

/** The names of each of these people's teams, by person. */
async function namesOfTeams(
  db: Database,
  tenantId: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await db.pool.query<{ userId: string; names: string[] }>(
    `SELECT m."userId", array_agg(DISTINCT t."displayName" ORDER BY t."displayName") AS "names"
     FROM "Membership" m JOIN "Team" t ON t."tenantId" = m."tenantId" AND t."id" = m."teamId"
     WHERE m."tenantId" = $1 AND m."userId" = ANY ($2::uuid[]) GROUP BY m."userId"`,
    [tenantId, people],
  );
  return new Map(rows.map(({ userId, names }) => [userId, names]));
}
