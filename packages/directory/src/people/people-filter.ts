import type { Parameters } from "../sql/parameters.ts";
import type { PeopleFilter, PeopleStatus } from "./people-query.ts";
import { problemsOf } from "./person-problem.ts";
import { searchCondition } from "./person-sql.ts";

/** Each status as a condition over `"User" u`. */
export const STATUS: Readonly<Record<PeopleStatus, string>> = {
  active: `u."active"`,
  deactivated: `NOT u."active"`,
  never_signed_in: `u."active" AND u."lastSignInAt" IS NULL`,
  all: "true",
};

/** The condition of a filter over `"User" u`. */
export function peopleCondition(tenantId: string, filter: PeopleFilter, parameters: Parameters): string {
  const tenant = parameters.add(tenantId);
  const conditions = [`u."tenantId" = ${tenant}`, STATUS[filter.status]];
  if (filter.source !== undefined)
    conditions.push(`u."source" = ${parameters.add(filter.source)}::"UserSource"`);
  if (filter.teamId !== undefined) {
    conditions.push(
      `u."id" IN (SELECT m."userId" FROM "Membership" m WHERE m."tenantId" = u."tenantId" AND m."teamId" = ${parameters.add(filter.teamId)}::uuid)`,
    );
  }
  if (filter.ids !== undefined) conditions.push(`u."id" = ANY(${parameters.add([...filter.ids])}::uuid[])`);
  if (filter.search?.trim()) conditions.push(searchCondition(filter.search, parameters));
  if (filter.problem) conditions.push(`u."id" IN (SELECT "personId" FROM (${problemsOf(tenant)}) problem)`);
  return conditions.join(" AND ");
}
