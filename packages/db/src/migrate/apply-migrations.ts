import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { unreachable } from "../unreachable.ts";
import { type Migration, readMigrations } from "./migration-folder.ts";

/** Any fixed number: replicas that start together queue behind the one that holds it. */
const MIGRATION_LOCK = 7_245_512_019;

/** deadlock_detected, lock_not_available: nothing is wrong with the migration, others were at the table. */
const PASSING = new Set(["40P01", "55P03"]);

const PAUSE_MS = 500;

export interface MigrationOptions {
  /**
   * How long a migration waits for what other connections use, in milliseconds. Everyone who comes after it waits behind
   * it, the requests of replicas that still serve among them.
   */
  readonly lockMs?: number;
  /** How often it is tried in all when it does not get it. */
  readonly attempts?: number;
}

/**
 * Brings a database to the newest schema. Safe to call from many processes at once: an advisory lock lets one of them
 * work while the others wait and then find nothing to do. Each migration is applied whole or not at all, and noted in
 * the same transaction in the table of `prisma migrate deploy`.
 *
 * @param url the database
 * @param folder the migrations folder
 * @returns the names of the migrations applied by this call, oldest first
 * @throws when the database cannot be reached, when a migration fails, or when one that was applied has been edited since
 */
export async function applyMigrations(
  url: string,
  folder: string,
  options: MigrationOptions = {},
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: url, application_name: "rollcall migrations" });
  // A connection that breaks fails its query; with no listener it would end the process too.
  client.on("error", () => {});
  await client.connect().catch((error: unknown) => {
    throw unreachable(url, error);
  });
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const pending = await findPending(client, migrations);
    if (pending.length > 0) await client.query(TABLE);
    for (const migration of pending) await apply(client, migration, options);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** The common case, nothing to do, is answered by one query. */
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

/** As Prisma's own command makes it. */
const TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

const NOTE = `
  INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
  VALUES (gen_random_uuid()::text, $1, $2, clock_timestamp(), 1)`;

async function apply(
  client: pg.Client,
  migration: Migration,
  { lockMs = 3000, attempts = 20 }: MigrationOptions,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await applyOnce(client, migration, lockMs);
      return;
    } catch (error) {
      // What broke the connection undid the work as well.
      await client.query("ROLLBACK").catch(() => {});
      if (!isPassing(error)) throw failed(migration, error, "Nothing of it was applied.");
      if (attempt >= attempts) {
        throw failed(
          migration,
          error,
          "Other connections use what it changes. Start again when they do less, or stop them first.",
        );
      }
      await sleep(PAUSE_MS);
    }
  }
}

/** A script without parameters is one simple query, whatever semicolons, comments and function bodies are in it. */
async function applyOnce(
  client: pg.Client,
  { name, sql, checksum }: Migration,
  lockMs: number,
): Promise<void> {
  await client.query(`BEGIN; SET LOCAL lock_timeout = ${lockMs}`);
  await client.query(sql);
  await client.query(NOTE, [checksum, name]);
  await client.query("COMMIT");
}

function isPassing(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code !== undefined && PASSING.has(error.code);
}

function failed({ name }: Migration, error: unknown, wayOut: string): Error {
  const said = error instanceof Error ? error.message : String(error);
  const hint = error instanceof pg.DatabaseError && error.hint ? ` ${error.hint}` : "";
  return new Error(`Migration ${name} failed: ${said}.${hint} ${wayOut}`, { cause: error });
}
