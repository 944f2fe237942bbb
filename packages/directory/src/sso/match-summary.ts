import type { Database } from "@rollcall/db";

/** By what the identity provider's names were matched: the bridge between sign-in and SCIM. */
export interface MatchSummary {
  readonly userName: number;
  readonly email: number;
  readonly externalId: number;
  /** Names that nobody here bears. */
  readonly unmatched: number;
  /** The last of these. */
  readonly unmatchedNames: readonly string[];
}

const NAMED = 10;

/** Counts each name once, by its last sign-in through the identity provider within 90 days. */
export async function summarizeMatches(db: Database, tenantId: string): Promise<MatchSummary> {
  const { rows } = await db.pool.query<MatchSummary>(
    `SELECT count(*) FILTER (WHERE "matchedBy" = 'userName')::int AS "userName",
            count(*) FILTER (WHERE "matchedBy" = 'email')::int AS "email",
            count(*) FILTER (WHERE "matchedBy" = 'externalId')::int AS "externalId",
            count(*) FILTER (WHERE unmatched)::int AS "unmatched",
            COALESCE((array_agg("nameId" ORDER BY id DESC) FILTER (WHERE unmatched))[1:${NAMED}], '{}') AS "unmatchedNames"
       FROM (SELECT DISTINCT ON (lower("nameId")) id, "nameId", "matchedBy",
                    "matchedBy" IS NULL AND reason = 'not_provisioned' AS unmatched
               FROM "SignIn"
              WHERE "tenantId" = $1 AND "nameId" IS NOT NULL AND at > now() - interval '90 days'
              ORDER BY lower("nameId"), id DESC) last`,
    [tenantId],
  );
  const [summary] = rows;
  if (summary === undefined) throw new Error("An aggregate answered no row.");
  return summary;
}
