import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isAlive, type ProcessIdentity, startOf } from "./process-identity.ts";

/** The data folder belongs to another running process. */
export class FolderInUseError extends Error {
  override readonly name = "FolderInUseError";

  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(
      `The data folder ${folder} is in use by process ${pid}. ` +
        "Stop that process first, or set ROLLCALL_DATA_DIR to another folder.",
    );
  }
}

/**
 * Claims a folder for this process. What a process that is gone left behind is taken over.
 *
 * @returns gives the folder back
 * @throws FolderInUseError while another process has it
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, "lock");
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid) ?? "" });
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: "wx" });
      return () => release(file, mine);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const owner = folderOwner(folder);
    if (owner) throw new FolderInUseError(folder, owner.pid);
    discard(file);
  }
}

/** How long a process that was killed may take to be gone, on a machine with much to do. */
const DYING_MS = 3000;

/** `lockFolder` for a start right after a crash: the process that had the folder may not be gone yet. */
export async function claimFolder(folder: string): Promise<() => void> {
  const deadline = Date.now() + DYING_MS;
  for (;;) {
    try {
      return lockFolder(folder);
    } catch (error) {
      if (!(error instanceof FolderInUseError) || Date.now() > deadline) throw error;
    }
    await setTimeout(100);
  }
}

/** The running process that has the folder; undefined when none has. */
export function folderOwner(folder: string): ProcessIdentity | undefined {
  const owner = readOwner(join(folder, "lock"));
  return owner && isAlive(owner) ? owner : undefined;
}

function readOwner(file: string): ProcessIdentity | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof parsed !== "object" || parsed === null || !("pid" in parsed) || !("started" in parsed))
      return undefined;
    const { pid, started } = parsed;
    return typeof pid === "number" && typeof started === "string" ? { pid, started } : undefined;
  } catch {
    return undefined;
  }
}

/** Moved away before it is deleted: of two processes that both found it stale, one gets it and the other looks again. */
function discard(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const owner = readOwner(aside);
  if (owner && isAlive(owner)) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

function release(file: string, mine: string): void {
  try {
    if (readFileSync(file, "utf8") === mine) rmSync(file);
  } catch {
    // Already gone.
  }
}
