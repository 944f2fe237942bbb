import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type EmbeddedPostgres, runningDatabaseUrl, startEmbeddedPostgres } from "./cluster.ts";
import { readSettings } from "./data-folder.ts";
import { FolderInUseError } from "./folder-lock.ts";
import { readPostmaster } from "./postmaster.ts";
import { commandOf } from "./process-identity.ts";

let folder: string;
let running: EmbeddedPostgres | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rollcall-cluster-"));
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A process that starts the server, writes a row, says "ready" and waits to be killed. */
async function startElsewhere(): Promise<ChildProcess> {
  const module = new URL("./cluster.ts", import.meta.url).href;
  const code = `
    import pg from "pg";
    import { startEmbeddedPostgres } from ${JSON.stringify(module)};
    const server = await startEmbeddedPostgres(${JSON.stringify(folder)});
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query("CREATE TABLE kept AS SELECT 42 AS n");
    process.stdout.write("ready");
    setInterval(() => {}, 1000);`;
  const script = join(import.meta.dirname, `.elsewhere.${process.pid}.ts`);
  writeFileSync(script, code);
  const child = spawn(process.execPath, ["--import", "tsx", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((done) => child.stdout?.once("data", done));
  rmSync(script);
  return child;
}

function serverPid(): number {
  const found = readPostmaster(join(folder, "postgres"));
  if (!found) throw new Error("PostgreSQL does not run");
  return found.pid;
}

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition() && waited < 10_000; waited += 50) await sleep(50);
  expect(condition()).toBe(true);
}

test("data, password and port survive a stop and a start", async () => {
  running = await startEmbeddedPostgres(folder);
  const first = running.url;
  await query(first, "CREATE TABLE kept AS SELECT 42 AS n");
  await running.stop();
  running = await startEmbeddedPostgres(folder);
  expect(running.url).toBe(first);
  expect(await query(running.url, "SELECT n FROM kept")).toEqual([{ n: 42 }]);
});

test("commits are durable: fsync, full page writes and synchronous commit are on", async () => {
  running = await startEmbeddedPostgres(folder);
  const rows = await query(
    running.url,
    "SELECT DISTINCT setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')",
  );
  expect(rows).toEqual([{ setting: "on" }]);
});

test("a second start on the same folder is refused and names the process that has it", async () => {
  running = await startEmbeddedPostgres(folder);
  const second = startEmbeddedPostgres(folder);
  await expect(second).rejects.toThrow(FolderInUseError);
  await expect(second).rejects.toThrow(`in use by process ${process.pid}`);
  expect(runningDatabaseUrl(folder)).toBe(running.url);
});

test.each([
  ["below a file", "file/data"],
  ["where the system lets nobody write", "/proc/rollcall/data"],
])("a folder that cannot be written, %s, is named with the way out", async (_, path) => {
  writeFileSync(join(folder, "file"), "");
  const data = resolve(folder, path);
  const start = startEmbeddedPostgres(data);
  await expect(start).rejects.toThrow(`The data folder ${data} cannot be written (E`);
  await expect(start).rejects.toThrow(
    "Set ROLLCALL_DATA_DIR to a folder that can, or DATABASE_URL to a PostgreSQL.",
  );
});

test("a folder several levels down is made", async () => {
  running = await startEmbeddedPostgres(join(folder, "a", "b"));
  expect(await query(running.url, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
});

test("a port that another program took meanwhile is left to it", async () => {
  running = await startEmbeddedPostgres(folder);
  const port = readSettings(folder)?.port;
  await running.stop();
  const other = createServer().listen(port, "127.0.0.1");
  running = await startEmbeddedPostgres(folder);
  expect(readSettings(folder)?.port).not.toBe(port);
  expect(await query(running.url, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
  other.close();
});

test("PostgreSQL goes when its process is killed with SIGKILL, and the next start has every row", async () => {
  const child = await startElsewhere();
  const server = serverPid();
  child.kill("SIGKILL");
  await until(() => commandOf(server) === undefined);
  running = await startEmbeddedPostgres(folder);
  expect(await query(running.url, "SELECT n FROM kept")).toEqual([{ n: 42 }]);
});

test("a start right after SIGKILL of everything, PostgreSQL too, recovers every row", async () => {
  const child = await startElsewhere();
  const server = serverPid();
  process.kill(server, "SIGKILL");
  child.kill("SIGKILL");
  // A busy system takes a moment to end it; until then the folder is rightly in use.
  await once(child, "exit");
  running = await startEmbeddedPostgres(folder);
  expect(await query(running.url, "SELECT n FROM kept")).toEqual([{ n: 42 }]);
});

test("a lock file that names a process of another kind is cleared away", async () => {
  running = await startEmbeddedPostgres(folder);
  await running.stop();
  writeFileSync(join(folder, "postgres", "postmaster.pid"), `${process.pid}\n${folder}\n`);
  running = await startEmbeddedPostgres(folder);
  expect(await query(running.url, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
});
