import { cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
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

test("a migration edited after it was applied is refused by name", async () => {
  const copy = await mkdtemp(join(tmpdir(), "rollcall-migrations-"));
  await cp(MIGRATIONS, copy, { recursive: true });
  const [name = ""] = await readdir(copy);
  await writeFile(join(copy, name, "migration.sql"), "SELECT 1;");
  await expect(applyMigrations(url, copy)).rejects.toThrow(`${name} was changed`);
  await rm(copy, { recursive: true });
});
