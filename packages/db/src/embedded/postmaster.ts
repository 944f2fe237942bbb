import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandOf } from "./process-identity.ts";

/** What PostgreSQL's main process says of itself in postmaster.pid. */
export interface Postmaster {
  readonly pid: number;
  readonly ready: boolean;
}

/** Reads postmaster.pid; undefined when there is none. Whether that process still lives is another question. */
export function readPostmaster(data: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === "ready" } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Clears what a killed Rollcall left: a PostgreSQL that still runs on this data is stopped, a lock file whose process
 * is gone, or whose number another program has by now, is removed.
 */
export async function clearLeftover(data: string): Promise<void> {
  const left = readPostmaster(data);
  if (!left) return;
  const serves = () => commandOf(left.pid)?.includes(data) ?? false;
  if (serves()) {
    process.kill(left.pid, "SIGINT");
    for (let waited = 0; serves() && waited < 15_000; waited += 50) await sleep(50);
    if (serves()) process.kill(left.pid, "SIGQUIT");
    for (let waited = 0; serves() && waited < 5_000; waited += 50) await sleep(50);
  }
  rmSync(join(data, "postmaster.pid"), { force: true });
}
