import type { Database } from "@rollcall/db";
import { TOKEN_JOIN } from "../event.ts";
import { firstIdAt } from "../event-id.ts";
import { CONNECTION_TEST } from "./connection-test.ts";
import { type ActivityFilter, type ActivityOutcome, outcomesOf, showsConnection } from "./filter.ts";
import { anywhere, searchKeys } from "./subject-keys.ts";

/** The `FROM` and `WHERE` of the events that a filter lets through, and its parameters. */
export interface EventSource {
  /**
   * SQL of the newest ids between two bounds, newest first. One branch per outcome, so that each is a range of the index
   * on (tenantId, outcome, id) however rare the outcome is; and one for the tests of the connection, which are look-ups
   * and are listed where look-ups are not.
   *
   * @param condition a further condition on `"id"`
   * @param order ASC for the oldest first
   */
  ids(condition: string, limit: number, order?: "ASC" | "DESC"): string;
  /** SQL of the ids of the tests of the connection that `ids` has among its look-ups or lists without them. */
  tests(condition: string, limit: number, order?: "ASC" | "DESC"): string;
  readonly values: unknown[];
  /** Adds a parameter. @returns its placeholder */
  bind(value: unknown): string;
}

/** Compiles a filter. Looks up whom a search may mean first. */
export async function eventSource(
  db: Database,
  tenantId: string,
  filter: ActivityFilter,
): Promise<EventSource> {
  const values: unknown[] = [tenantId];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [`"tenantId" = $1`];
  if (filter.since) conditions.push(`"id" >= ${bind(firstIdAt(filter.since))}`);
  if (filter.until) conditions.push(`"id" < ${bind(firstIdAt(filter.until))}`);
  if (filter.reason) conditions.push(reasonCondition(bind(filter.reason), filter.reason, bind));
  const anyKind = conditions.join(" AND ");
  if (filter.kind) conditions.push(kindCondition(filter.kind));
  const shared = conditions.join(" AND ");
  const outcomes = outcomesOf(filter);
  const tests: EventSource["tests"] = (condition, limit, order = "DESC") =>
    testsAmong(`${anyKind} AND ${condition}`, limit, order);
  const search = filter.search?.trim();
  if (search) {
    const keys = bind(await searchKeys(db, tenantId, search));
    const found = eventsFound(keys, bind(anywhere(search)));
    const chosen = outcomes.map((outcome) => `(${outcomeCondition(outcome)})`).join(" OR ");
    const ids: EventSource["ids"] = (condition, limit, order = "DESC") =>
      `SELECT "id" FROM (${found}) found WHERE ${shared} AND (${chosen})
       AND ${condition} ORDER BY "id" ${order} LIMIT ${limit}`;
    return { ids, tests, values, bind };
  }
  const listed = showsConnection(filter) && !filter.lookups;
  const ids: EventSource["ids"] = (condition, limit, order = "DESC") =>
    [
      ...outcomes.map(
        (outcome) => `(SELECT "id" FROM "ProvisioningEvent" WHERE ${shared} AND ${outcomeCondition(outcome)}
          AND ${condition} ORDER BY "id" ${order} LIMIT ${limit})`,
      ),
      ...(listed ? [`(${tests(condition, limit, order)})`] : []),
    ].join(" UNION ALL ");
  return { ids, tests, values, bind };
}

/** A test is looked for among so many look-ups from a bound on: a page of changes comes with far fewer. */
const LOOKUPS_READ = 500;

/** SQL of the ids of the tests of the connection among the nearest look-ups that meet a condition. */
function testsAmong(condition: string, limit: number, order: "ASC" | "DESC"): string {
  return `SELECT e."id" FROM (
      SELECT "tenantId", "id", "at", "outcome", "operation", "path", "subject", "subjectKeys", "response", "tokenId"
      FROM "ProvisioningEvent" WHERE ${condition} AND "outcome" = 'lookup'
      ORDER BY "id" ${order} LIMIT ${LOOKUPS_READ}) e
    ${TOKEN_JOIN} WHERE ${CONNECTION_TEST} ORDER BY e."id" ${order} LIMIT ${limit}`;
}

function outcomeCondition(outcome: ActivityOutcome): string {
  switch (outcome) {
    case "auth_failed":
      return `"outcome" = 'auth_failed' AND "authClass" IS DISTINCT FROM 'paused'`;
    case "paused":
      return `"outcome" = 'auth_failed' AND "authClass" = 'paused'`;
    default:
      return `"outcome" = '${outcome}'`;
  }
}

const SEARCHED = `"tenantId", "id", "outcome", "authClass", "operation", "reason", "warnings"`;

/**
 * SQL of the events that carry one of the keys, and of those who were refused and never got a key of their own, by the name
 * that was sent. `OFFSET 0` has the keys' index read alone: their few rows are not intersected with an index of everything.
 */
function eventsFound(keys: string, like: string): string {
  return `(SELECT ${SEARCHED} FROM "ProvisioningEvent" WHERE "subjectKeys" && ${keys}::text[] OFFSET 0)
    UNION ALL
    (SELECT ${SEARCHED} FROM "ProvisioningEvent" WHERE "tenantId" = $1 AND "outcome" = 'rejected'
       AND lower("subject") LIKE ${like} AND NOT "subjectKeys" && ${keys}::text[])`;
}

/** What was applied in part has its reason among its warnings. */
function reasonCondition(place: string, reason: string, bind: (value: unknown) => string): string {
  const warned = bind(JSON.stringify([{ code: reason }]));
  return `("reason" = ${place} OR ("warnings" IS NOT NULL AND "warnings" @> ${warned}::jsonb))`;
}

function kindCondition(kind: NonNullable<ActivityFilter["kind"]>): string {
  switch (kind) {
    case "person":
      return `"operation" LIKE 'user.%' AND "outcome" <> 'auth_failed'`;
    case "team":
      return `"operation" LIKE 'group.%' AND "outcome" <> 'auth_failed'`;
    case "connection":
      return `("outcome" = 'auth_failed' OR "operation" NOT LIKE ALL ('{user.%,group.%}'))`;
  }
}
