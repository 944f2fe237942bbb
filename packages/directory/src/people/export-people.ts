import { type Database, transaction } from "@rollcall/db";
import type { ActContext } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { listPeople, type PersonRow } from "./list-people.ts";
import type { PeopleFilter } from "./people-query.ts";

/** The most people that one export holds. */
export const EXPORT_LIMIT = 50_000;

/** People of a filter for a file, by name, at most 50,000. That it was taken, and with which filter, is audited. */
export async function exportPeople(
  db: Database,
  context: ActContext,
  filter: PeopleFilter,
): Promise<readonly PersonRow[]> {
  const { tenantId, actor, ip } = context;
  const query = { ...filter, sort: "name" as const, descending: false, page: 1, size: EXPORT_LIMIT };
  const { people } = await listPeople(db, tenantId, query);
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
  return people;
}
