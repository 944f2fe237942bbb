import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { type Database, type DatabaseOptions, openDatabase } from "./database.ts";
import { applyMigrations } from "./migrate/apply-migrations.ts";
import { readMigrations } from "./migrate/migration-folder.ts";
import { uuidv7 } from "./uuid.ts";

const MIGRATIONS = join(dirname(fileURLToPath(import.meta.url)), "../../../prisma/migrations");
/** Workers that start together queue behind the one that makes the template. */
const TEMPLATE_LOCK = 7_245_512_020;

export interface TestDatabase extends Database {
  readonly url: string;
  /** Closes the connections and drops the database. */
  drop(): Promise<void>;
}

/**
 * A migrated, empty database of its own on the server named by ROLLCALL_TEST_SERVER. Copied from a template that is
 * made once for each state of the migrations, so it takes some 50 ms. `drop` it when done.
 */
export async function createTestDatabase(options: DatabaseOptions = {}): Promise<TestDatabase> {
  const server = process.env.ROLLCALL_TEST_SERVER;
  if (!server) {
    throw new Error(
      'ROLLCALL_TEST_SERVER is not set. Add globalSetup: ["@rollcall/db/testing-setup"] to the vitest config.',
    );
  }
  const name = `rollcall_test_${uuidv7().replaceAll("-", "")}`;
  await onServer(server, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const template = await ensureTemplate(client, server);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const url = databaseUrl(server, name);
  const database = openDatabase(url, options);
  const drop = async (): Promise<void> => {
    await database.close();
    await onServer(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  };
  return { ...database, url, drop };
}

/** The name of a database that has every migration and no rows. */
async function ensureTemplate(client: pg.Client, server: string): Promise<string> {
  const migrations = await readMigrations(MIGRATIONS);
  const state = createHash("sha256").update(migrations.map((migration) => migration.checksum).join());
  const name = `rollcall_template_${state.digest("hex").slice(0, 16)}`;
  const found = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
  if (found.rowCount) return name;
  // Given its name only when it is complete: a run that was killed half-way leaves no half-made template.
  const draft = `${name}_draft`;
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${draft}`);
  await applyMigrations(databaseUrl(server, draft), MIGRATIONS);
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  return name;
}

async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
