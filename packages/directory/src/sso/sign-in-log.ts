import type { Database } from "@rollcall/db";
import { z } from "zod";

export interface SignInEntry {
  readonly id: string;
  readonly at: Date;
  readonly method: string;
  readonly ok: boolean;
  readonly reason: string | null;
  readonly detail: string | null;
  readonly nameId: string | null;
  readonly matchedBy: string | null;
  readonly userId: string | null;
  readonly personName: string | null;
  readonly test: boolean;
  readonly ip: string | null;
}

export interface SignInDetail extends SignInEntry {
  readonly attributes: Record<string, string[]>;
}

const Attributes = z.record(z.string(), z.array(z.string())).catch({});

const COLUMNS = `id, at, method, result = 'ok' AS ok, reason, detail, "nameId", "matchedBy", "userId", "personName", test, ip`;

export interface SignInFilter {
  readonly outcome?: "ok" | "refused" | undefined;
  /** Id of the last entry of the page before. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** Sign-ins of a tenant, newest first. */
export async function listSignIns(
  db: Database,
  tenantId: string,
  filter: SignInFilter,
): Promise<readonly SignInEntry[]> {
  const { rows } = await db.pool.query<SignInEntry>(
    `SELECT ${COLUMNS} FROM "SignIn"
      WHERE "tenantId" = $1 AND ($2::text IS NULL OR result = $2) AND ($3::uuid IS NULL OR id < $3)
      ORDER BY id DESC LIMIT $4`,
    [tenantId, filter.outcome ?? null, filter.before ?? null, filter.limit],
  );
  return rows;
}

/** One sign-in with the attributes that the identity provider sent. */
export async function readSignIn(db: Database, tenantId: string, id: string): Promise<SignInDetail | null> {
  const { rows } = await db.pool.query<SignInEntry & { attributes: unknown }>(
    `SELECT ${COLUMNS}, attributes FROM "SignIn" WHERE "tenantId" = $1 AND id = $2`,
    [tenantId, id],
  );
  const [row] = rows;
  return row === undefined ? null : { ...row, attributes: Attributes.parse(row.attributes ?? {}) };
}

/** By what the identity provider's names were matched: the bridge between sign-in and SCIM. */
export interface MatchSummary {
  readonly userName: number;
  readonly email: number;
  readonly externalId: number;
  /** Names that nobody here bears. */
  readonly unmatched: number;
}

/** Counts each name once, by its last sign-in through the identity provider within 90 days. */
export async function summarizeMatches(db: Database, tenantId: string): Promise<MatchSummary> {
  const { rows } = await db.pool.query<{ by: keyof MatchSummary; count: number }>(
    `SELECT COALESCE("matchedBy", 'unmatched') AS by, count(*)::int AS count
       FROM (SELECT DISTINCT ON (lower("nameId")) "matchedBy", reason FROM "SignIn"
              WHERE "tenantId" = $1 AND "nameId" IS NOT NULL AND at > now() - interval '90 days'
              ORDER BY lower("nameId"), id DESC) last
      WHERE "matchedBy" IS NOT NULL OR reason = 'not_provisioned'
      GROUP BY 1`,
    [tenantId],
  );
  const counts = new Map(rows.map((row) => [row.by, row.count]));
  const count = (by: keyof MatchSummary) => counts.get(by) ?? 0;
  return {
    userName: count("userName"),
    email: count("email"),
    externalId: count("externalId"),
    unmatched: count("unmatched"),
  };
}
