import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { claimFolder, FolderInUseError } from "./folder-lock.ts";

/**
 * Makes the folder, where there is none, and claims it.
 *
 * @returns gives it back
 * @throws FolderInUseError while another process has it; one line with the way out when it cannot be written
 */
export async function openFolder(home: string): Promise<() => void> {
  try {
    makeFolder(home);
    return await claimFolder(home);
  } catch (error) {
    if (error instanceof FolderInUseError) throw error;
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The data folder ${home} cannot be written (${said}). ` +
        "Set ROLLCALL_DATA_DIR to a folder that can, or DATABASE_URL to a PostgreSQL.",
      { cause: error },
    );
  }
}

/** Node's own `recursive` names a wrong reason where a disk is read-only, and never comes back from /proc. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
    const noParent = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!noParent || statSync(dirname(path), { throwIfNoEntry: false })) throw error;
    makeFolder(dirname(path));
    mkdirSync(path);
  }
}
