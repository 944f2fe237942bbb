import type { Database } from "@rollcall/db";
import { isSlug } from "./tenant-slug.ts";

export interface TenantView {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/**
 * The tenant that someone who is not signed in means: the one of the slug, or the only one there is.
 *
 * @returns null for an unknown slug, and without a slug when there are several.
 */
export async function resolveTenant(db: Database, slug: string | undefined): Promise<TenantView | null> {
  const named = slug?.trim().toLowerCase() || null;
  if (named !== null && !isSlug(named)) return null;
  const { rows } = await db.pool.query<TenantView>(
    `SELECT id, slug, name FROM "Tenant" WHERE $1::text IS NULL OR slug = $1 LIMIT 2`,
    [named],
  );
  const [only] = rows;
  return rows.length === 1 && only !== undefined ? only : null;
}
