import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Installation, prepareFolder, ROLE, readSettings, writeSettings } from "./data-folder.ts";
import { folderOwner } from "./folder-lock.ts";
import { openFolder } from "./open-folder.ts";
import { clearLeftover, readPostmaster } from "./postmaster.ts";
import { serverOptions } from "./server-options.ts";

/** A running embedded PostgreSQL. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Ends the connections, writes everything out, stops the server and gives the folder back. */
  stop(): Promise<void>;
  /** Settles when the server ended, by `stop` or by itself. */
  readonly exited: Promise<void>;
}

/**
 * Runs PostgreSQL as a child, in a session of its own so that Ctrl+C in the terminal does not reach it, and stops it
 * when standard input closes: which it does when this process ends, in whatever way.
 */
const GUARD = `
exec 3<&0
"$@" & server=$!
(read -r _ <&3; kill -INT $server) & guard=$!
wait $server; code=$?
kill $guard 2>/dev/null
exit $code`;

const START_MS = 60_000;
const PORT_ATTEMPTS = 5;

/**
 * Starts a PostgreSQL that keeps its data in `folder`, making it on the first start. Recovers from a process that was
 * killed on the same folder.
 *
 * @throws FolderInUseError while another process has the folder; one line with the way out when it cannot be written
 */
export async function startEmbeddedPostgres(folder: string): Promise<EmbeddedPostgres> {
  const home = resolve(folder);
  const unlock = await openFolder(home);
  try {
    const installation = prepareFolder(home);
    await clearLeftover(installation.data);
    const { child, port } = await startOnFreePort(home, installation);
    const url = urlOf(installation.password, port);
    await ensureDatabase(url);
    const exited = new Promise<void>((done) => child.once("exit", () => done()));
    const stop = async (): Promise<void> => {
      await shutDown(child, installation.data);
      unlock();
    };
    return { url, stop, exited };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * The database of the process that has this folder, for a second process that wants to work beside it.
 *
 * @returns undefined when no running process has the folder
 */
export function runningDatabaseUrl(folder: string): string | undefined {
  const home = resolve(folder);
  const settings = folderOwner(home) ? readSettings(home) : undefined;
  return settings?.port ? urlOf(settings.password, settings.port) : undefined;
}

function urlOf(password: string, port: number): string {
  return `postgres://${ROLE}:${password}@127.0.0.1:${port}/${ROLE}`;
}

async function startOnFreePort(
  home: string,
  installation: Installation,
): Promise<{ child: ChildProcess; port: number }> {
  let wanted = readSettings(home)?.port;
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(wanted);
    const child = spawnServer(installation, port);
    if (await becomesReady(child, installation.data)) {
      writeSettings(home, { password: installation.password, port });
      return { child, port };
    }
    const said = readFileSync(installation.log, "utf8").trim().split("\n").slice(-8).join("\n");
    // The port may have been taken since, or a backend of a killed server may not have let go of the data yet.
    const passing = /could not bind|in use|lock file/.test(said);
    if (!passing || attempt >= PORT_ATTEMPTS) {
      throw new Error(`PostgreSQL did not start (its log is ${installation.log}):\n${said}`);
    }
    wanted = undefined;
    await sleep(500);
    await clearLeftover(installation.data);
  }
}

/** The wanted port of 127.0.0.1 if nobody has it, else any that is free. */
function freePort(wanted: number | undefined): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", (error) => (wanted ? done(freePort(undefined)) : fail(error)));
    probe.listen(wanted ?? 0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function spawnServer({ account, binaries, data, log }: Installation, port: number): ChildProcess {
  const large = (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 4_000_000;
  const output = openSync(log, large ? "w" : "a", 0o600);
  const child = spawn("/bin/sh", ["-c", GUARD, "sh", binaries.postgres, ...serverOptions(data, port)], {
    ...account,
    cwd: "/",
    detached: true,
    env: { ...process.env, LC_ALL: "C" },
    stdio: ["pipe", output, output],
  });
  closeSync(output);
  // The pipe breaks when the server ends first; `exit` tells that.
  child.stdin?.on("error", () => {});
  return child;
}

async function becomesReady(child: ChildProcess, data: string): Promise<boolean> {
  for (let waited = 0; waited < START_MS; waited += 20) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    if (readPostmaster(data)?.ready) return true;
    await sleep(20);
  }
  await shutDown(child, data);
  return false;
}

async function shutDown(child: ChildProcess, data: string): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  child.stdin?.end();
  const timely = await Promise.race([gone.then(() => true), sleep(15_000, false, { ref: false })]);
  if (!timely) await clearLeftover(data);
}

async function ensureDatabase(url: string): Promise<void> {
  const server = new URL(url);
  server.pathname = "/postgres";
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [ROLE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${ROLE}`);
  } finally {
    await client.end();
  }
}
