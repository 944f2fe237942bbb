import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  applyMigrations,
  type EmbeddedPostgres,
  FolderInUseError,
  startEmbeddedPostgres,
} from "@rollcall/db/server";
import type { Env } from "./env.ts";
import { workspaceRoot } from "./workspace-root.ts";

/** A migrated PostgreSQL. */
export interface StartedDatabase {
  readonly url: string;
  /** Present when it is ours to stop. */
  readonly embedded?: EmbeddedPostgres;
}

/** How long a Rollcall that is being stopped may hold its data folder. */
const HANDOVER_MS = 10_000;

/** The folder that holds the embedded PostgreSQL. */
export function dataFolder({ ROLLCALL_DATA_DIR }: Env): string {
  const root = workspaceRoot();
  return ROLLCALL_DATA_DIR ? resolve(root, ROLLCALL_DATA_DIR) : join(root, ".rollcall");
}

/**
 * Starts the embedded PostgreSQL unless `DATABASE_URL` names another, and brings it to the newest schema.
 *
 * @param say told of each step that takes time
 */
export async function startDatabase(env: Env, say: (step: string) => void): Promise<StartedDatabase> {
  const embedded = env.DATABASE_URL ? undefined : await startEmbedded(dataFolder(env), say);
  const url = env.DATABASE_URL ?? embedded?.url ?? "";
  try {
    const applied = await applyMigrations(url, join(workspaceRoot(), "prisma/migrations"));
    if (applied.length > 0) say(`Applied ${applied.length} database migrations`);
    return { url, ...(embedded ? { embedded } : {}) };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** A Rollcall that was told to stop a moment ago may still be writing its last rows: it is waited for. */
async function startEmbedded(folder: string, say: (step: string) => void): Promise<EmbeddedPostgres> {
  say(`Starting PostgreSQL in ${folder}`);
  for (let waited = 0; ; waited += 500) {
    try {
      return await startEmbeddedPostgres(folder);
    } catch (error) {
      if (!(error instanceof FolderInUseError) || waited >= HANDOVER_MS) throw error;
      if (waited === 0) say(`Waiting for process ${error.pid} to leave the folder`);
      await sleep(500);
    }
  }
}
