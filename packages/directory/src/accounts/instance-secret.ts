import { randomBytes } from "node:crypto";
import type { Database } from "@rollcall/db";

/**
 * A random key that all replicas share, made by whichever asks first.
 *
 * @param name What the key is for: `session`.
 * @returns 256 bits, base64url.
 */
export async function instanceSecret(db: Database, name: string): Promise<string> {
  await db.pool.query(
    `INSERT INTO "InstanceSecret" (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING`,
    [name, randomBytes(32)],
  );
  const { rows } = await db.pool.query<{ value: Buffer }>(
    `SELECT value FROM "InstanceSecret" WHERE name = $1`,
    [name],
  );
  const value = rows[0]?.value;
  if (value === undefined) throw new Error(`The ${name} key is gone from the database`);
  return value.toString("base64url");
}
