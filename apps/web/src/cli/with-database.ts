import { join } from "node:path";
import { type Database, openDatabase } from "@rollcall/db";
import { applyMigrations, runningDatabaseUrl } from "@rollcall/db/server";
import type { Env } from "../server/env.ts";
import { dataFolder, startDatabase } from "../server/start-database.ts";
import { workspaceRoot } from "../server/workspace-root.ts";

/**
 * Runs a piece of work on the deployment's database: the one of `DATABASE_URL`, the embedded one of a running server,
 * or the embedded one started for this and stopped after it. It has the newest schema in each case.
 */
export async function withDatabase<T>(env: Env, work: (db: Database) => Promise<T>): Promise<T> {
  const running = env.DATABASE_URL ? undefined : runningDatabaseUrl(dataFolder(env));
  if (running) {
    await applyMigrations(running, join(workspaceRoot(), "prisma/migrations"));
    return withOpen(running, work);
  }
  const started = await startDatabase(env, () => {});
  try {
    return await withOpen(started.url, work);
  } finally {
    await started.embedded?.stop();
  }
}

async function withOpen<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase(url, { connections: 4 });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
