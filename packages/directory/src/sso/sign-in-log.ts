import type { Database } from "@rollcall/db";
import { z } from "zod";
import { REFERENCE_LENGTH } from "./sign-in-reference.ts";

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
  /** Part of a NameID, a name or an attribute's value; or the whole reference that the sign-in page showed. */
  readonly q?: string | undefined;
  /** Id of the last entry of the page before. */
  readonly before?: string | undefined;
  readonly limit: number;
}

const SEARCH = `
  right(id::text, ${REFERENCE_LENGTH}) = lower($4)
  OR strpos(lower("nameId"), lower($4)) > 0 OR strpos(lower("personName"), lower($4)) > 0
  OR strpos(lower(attributes::text), lower($4)) > 0`;

/** Sign-ins of a tenant, newest first. */
export async function listSignIns(
  db: Database,
  tenantId: string,
  filter: SignInFilter,
): Promise<readonly SignInEntry[]> {
  const { rows } = await db.pool.query<SignInEntry>(
    `SELECT ${COLUMNS} FROM "SignIn"
      WHERE "tenantId" = $1 AND ($2::text IS NULL OR result = $2) AND ($3::uuid IS NULL OR id < $3)
        AND ($4::text IS NULL OR ${SEARCH})
      ORDER BY id DESC LIMIT $5`,
    [tenantId, filter.outcome ?? null, filter.before ?? null, filter.q?.trim() || null, filter.limit],
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
