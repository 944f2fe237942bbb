import { randomBytes } from "node:crypto";
import type { Database } from "./database.ts";

/**
 * A 256-bit key shared by every replica on this database, made on first use. Two replicas that ask for a new key at
 * once get the same one.
 *
 * @param name what the key is for, such as `session`
 */
export async function instanceSecret(db: Pick<Database, "pool">, name: string): Promise<Buffer> {
  const read = () =>
    db.pool.query<{ value: Buffer }>({
      name: "instance-secret",
      text: 'SELECT "value" FROM "InstanceSecret" WHERE "name" = $1',
      values: [name],
    });
  const found = (await read()).rows[0];
  if (found) return found.value;
  await db.pool.query(
    'INSERT INTO "InstanceSecret" ("name", "value") VALUES ($1, $2) ON CONFLICT ("name") DO NOTHING',
    [name, randomBytes(32)],
  );
  const made = (await read()).rows[0];
  if (!made) throw new Error(`The key "${name}" was removed from the database while it was being made.`);
  return made.value;
}
