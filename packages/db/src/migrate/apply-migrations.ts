import pg from "pg";
import { type Migration, readMigrations } from "./migration-folder.ts";
import { openSchemaEngine } from "./schema-engine.ts";

/** Any fixed number: replicas that start together queue behind the one that holds it. */
const MIGRATION_LOCK = 7_245_512_019;

/**
 * Brings a database to the newest schema. Safe to call from many processes at once: an advisory lock lets one of them
 * work while the others wait and then find nothing to do. Writes the same `_prisma_migrations` rows as
 * `prisma migrate deploy`.
 *
 * @param url the database
 * @param folder the migrations folder
 * @returns the names of the migrations applied by this call, oldest first
 * @throws when a migration fails, or when one that was applied has been edited since
 */
export async function applyMigrations(url: string, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const lock = new pg.Client({ connectionString: url, application_name: "rollcall migrations" });
  await lock.connect();
  try {
    await lock.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const pending = await findPending(lock, migrations);
    return pending.length === 0 ? [] : await applyPending(url, folder, migrations);
  } finally {
    await lock.end();
  }
}

/** The common case, nothing to do, is answered by one query, without loading the engine. */
async function findPending(client: pg.Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const table = await client.query<{ found: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`,
  );
  if (!table.rows[0]?.found) return [...migrations];
  const applied = await client.query<{ migration_name: string; checksum: string }>(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  const checksums = new Map(applied.rows.map((row) => [row.migration_name, row.checksum]));
  return migrations.filter((migration) => {
    const checksum = checksums.get(migration.name);
    if (checksum !== undefined && checksum !== migration.checksum) {
      throw new Error(`Migration ${migration.name} was changed after it had been applied to this database.`);
    }
    return checksum === undefined;
  });
}

async function applyPending(
  url: string,
  folder: string,
  migrations: readonly Migration[],
): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: url, max: 2, application_name: "rollcall migrations" });
  try {
    const engine = await openSchemaEngine(pool);
    const { appliedMigrationNames } = await engine.applyMigrations({
      filters: { externalTables: [], externalEnums: [] },
      migrationsList: {
        baseDir: folder,
        lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
        shadowDbInitScript: "",
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
        })),
      },
    });
    return appliedMigrationNames;
  } finally {
    await pool.end();
  }
}
