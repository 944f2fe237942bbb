import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export const ROOT = join(import.meta.dirname, "../../..");
const NEXT = join(ROOT, "apps/web/node_modules/next/dist/bin/next");

/** A server in a process of its own. */
export interface RunningServer {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** One of the floors. */
export async function startFloor(
  kind: "bare" | "select" | "insert",
  url: string,
  tenantId: string,
): Promise<RunningServer> {
  const child = launch(
    ["--import", import.meta.resolve("tsx"), "bench/src/servers/floor.ts", kind, url, tenantId],
    {},
  );
  const port = await new Promise<number>((done) => {
    child.stdout?.once("data", (said) => done(Number(String(said).trim())));
  });
  return running(child, port);
}

/** The built product on a database, as `npm start` runs it. */
export async function startProduct(env: Readonly<Record<string, string>>): Promise<RunningServer> {
  const port = await freePort();
  const child = launch(["scripts/start.mjs"], { PORT: String(port), LOG_LEVEL: "error", ...env });
  await answers(`http://127.0.0.1:${port}/api/health`, child);
  return running(child, port);
}

/** A Next server whose one route handler does next to nothing. */
export async function startNextFloor(): Promise<RunningServer> {
  const build = launch([NEXT, "build", "bench/next-floor"], { NODE_ENV: "production" });
  build.stdout?.resume();
  const code = await new Promise((done) => build.once("exit", done));
  if (code !== 0) throw new Error("The bare Next route could not be built.");
  const port = await freePort();
  const child = launch([NEXT, "start", "bench/next-floor", "-p", String(port)], { NODE_ENV: "production" });
  await answers(`http://127.0.0.1:${port}/`, child);
  return running(child, port);
}

/** The same built product served by Next alone, so that SCIM requests go through Next's route. */
export async function startThroughNext(url: string): Promise<RunningServer> {
  const port = await freePort();
  const child = launch([NEXT, "start", "apps/web", "-p", String(port), "--keepAliveTimeout", "65000"], {
    DATABASE_URL: url,
    NODE_ENV: "production",
    LOG_LEVEL: "error",
  });
  await answers(`http://127.0.0.1:${port}/api/scim/bench/v2/ServiceProviderConfig`, child);
  return running(child, port);
}

function launch(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

function running(child: ChildProcess, port: number): RunningServer {
  child.stdout?.resume();
  const stop = () =>
    new Promise<void>((done) => {
      if (child.exitCode !== null || child.signalCode !== null) return done();
      child.once("exit", () => done());
      child.kill("SIGTERM");
    });
  return { port, pid: child.pid ?? 0, stop };
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (child.exitCode !== null) throw new Error(`The server ended with exit code ${child.exitCode}.`);
    const reply = await fetch(url).catch(() => undefined);
    if (reply) return;
    await sleep(50);
  }
  child.kill("SIGTERM");
  throw new Error(`${url} did not answer.`);
}

/** A port of 127.0.0.1 that nobody has at this moment. */
export function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** CPU seconds used since the process began, and its resident memory in MB (Linux). */
export function usage(pid: number): { readonly cpuSeconds: number; readonly memoryMb: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  return { cpuSeconds: (Number(fields[11]) + Number(fields[12])) / 100, memoryMb: kilobytes / 1024 };
}
