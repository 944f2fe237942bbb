import { randomUUID } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing.ts";
import { applyMigrations } from "./apply-migrations.ts";

const MIGRATIONS = join(import.meta.dirname, "../../../../prisma/migrations");
let host: TestDatabase;
let url: string;

beforeAll(async () => {
  host = await createTestDatabase();
  const name = `rollcall_test_empty_${process.pid}`;
  await host.pool.query(`CREATE DATABASE ${name}`);
  const parsed = new URL(host.url);
  parsed.pathname = `/${name}`;
  url = parsed.href;
});
afterAll(async () => {
  await host.pool.query(`DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
  await host.drop();
});

test("two replicas that start together on an empty database apply every migration once", async () => {
  const all = (await readdir(MIGRATIONS, { withFileTypes: true }))
    .filter((e) => e.isDirectory())
    .map((e) => e.name);
  const [first, second] = await Promise.all([
    applyMigrations(url, MIGRATIONS),
    applyMigrations(url, MIGRATIONS),
  ]);
  expect([...first, ...second].sort()).toEqual(all.sort());
  expect(Math.min(first.length, second.length)).toBe(0);

  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("SELECT migration_name FROM _prisma_migrations ORDER BY 1");
  await client.end();
  expect(rows.map((row) => row.migration_name)).toEqual(all.sort());
});

/** The project's migrations and one more. */
async function folderWith(
  sql: string,
): Promise<{ folder: string; name: string; write(sql: string): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(MIGRATIONS, folder, { recursive: true });
  const name = `29990101000000_${randomUUID().replaceAll("-", "")}`;
  await mkdir(join(folder, name));
  const write = (text: string) => writeFile(join(folder, name, "migration.sql"), text);
  await write(sql);
  return { folder, name, write };
}

test("a migration edited after it was applied is refused by name", async () => {
  const { folder, name, write } = await folderWith("SELECT 1;");
  await applyMigrations(host.url, folder);
  await write("SELECT 2;");
  await expect(applyMigrations(host.url, folder)).rejects.toThrow(`${name} was changed`);
});

test("a migration that fails changes nothing, says why, and is applied once it is mended", async () => {
  const { folder, name, write } = await folderWith("CREATE TABLE half (id int); SELECT 1 / 0;");
  for (let start = 0; start < 2; start++) {
    await expect(applyMigrations(host.url, folder)).rejects.toThrow(
      `Migration ${name} failed: division by zero. Nothing of it was applied.`,
    );
  }
  const { rows } = await host.pool.query("SELECT to_regclass('half') AS half");
  expect(rows).toEqual([{ half: null }]);
  await write("CREATE TABLE half (id int);");
  expect(await applyMigrations(host.url, folder)).toEqual([name]);
});

test("a migration is one script: semicolons in text and in functions are no end of it", async () => {
  const { folder, name } = await folderWith(`
    -- a comment; with a semicolon
    CREATE FUNCTION seven() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 7; END $$;
    CREATE TABLE words (word text DEFAULT 'a;b');`);
  expect(await applyMigrations(host.url, folder)).toEqual([name]);
  expect((await host.pool.query("SELECT seven()")).rows).toEqual([{ seven: 7 }]);
});

test("a table that a serving replica uses is waited for, and never for long at a time", async () => {
  const { folder, name } = await folderWith(`ALTER TABLE "Team" ADD COLUMN extra int;`);
  const replica = await host.pool.connect();
  await replica.query(`BEGIN; SELECT FROM "Team" LIMIT 1`);
  const applied = applyMigrations(host.url, folder, { lockMs: 50 });
  await expect.poll(() => isAwaited("Team")).toBe(true);
  // Behind the migration in the queue for the table: let through when it gives way, long before it has been applied.
  await host.pool.query(`SELECT FROM "Team" LIMIT 1`);
  await replica.query("COMMIT");
  replica.release();
  expect(await applied).toEqual([name]);
});

/** Whether somebody waits for a table. */
async function isAwaited(table: "Team" | "User"): Promise<boolean> {
  const { rowCount } = await host.pool.query(
    `SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
      WHERE l.relation = format('%I', $1::text)::regclass AND NOT l.granted`,
    [table],
  );
  return rowCount !== 0;
}

test("a table that stays in use ends the start with the way out", async () => {
  const { folder, name } = await folderWith(`ALTER TABLE "Team" ADD COLUMN another int;`);
  const replica = await host.pool.connect();
  await replica.query(`BEGIN; SELECT FROM "Team" LIMIT 1`);
  const refused = expect(applyMigrations(host.url, folder, { lockMs: 20, attempts: 2 })).rejects;
  await refused.toThrow(
    `Migration ${name} failed: canceling statement due to lock timeout. Other connections use`,
  );
  await replica.query("COMMIT");
  replica.release();
});

test("a migration that meets a transaction in a circle is tried again", async () => {
  const { folder, name } = await folderWith(`LOCK TABLE "Team"; LOCK TABLE "User";`);
  const replica = await host.pool.connect();
  await replica.query(`BEGIN; SET LOCAL deadlock_timeout = '10s'; LOCK TABLE "User"`);
  const applied = applyMigrations(host.url, folder, { lockMs: 10_000 });
  await expect.poll(() => isAwaited("User")).toBe(true);
  await replica.query(`LOCK TABLE "Team"; COMMIT`);
  replica.release();
  expect(await applied).toEqual([name]);
});
