import type { IncomingMessage, ServerResponse } from "node:http";
import type { Database } from "@rollcall/db";

const TIMEOUT_MS = 2000;

/** What `/api/health` reports on. */
export interface Health {
  readonly db: Pick<Database, "pool">;
  /** True from the moment a stop was asked for. */
  readonly stopping: () => boolean;
}

/**
 * `/api/health/live`: the process answers. `/api/health` and `/api/health/ready`: it should be given requests, because
 * its database answers and it is not about to stop; 503 otherwise.
 */
export async function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  health: Health,
): Promise<void> {
  const live = request.url?.startsWith("/api/health/live") ?? false;
  const problem = live ? undefined : health.stopping() ? "stopping" : await databaseProblem(health.db);
  response.writeHead(problem ? 503 : 200, {
    "content-type": "application/json",
    "cache-control": "no-store",
  });
  response.end(JSON.stringify(problem ? { status: "unavailable", reason: problem } : { status: "ok" }));
}

async function databaseProblem(db: Pick<Database, "pool">): Promise<string | undefined> {
  const late = new Promise<string>((resolve) => {
    setTimeout(() => resolve("database does not answer in time"), TIMEOUT_MS).unref();
  });
  const asked = db.pool.query("SELECT 1").then(
    () => undefined,
    () => "database does not answer",
  );
  return Promise.race([asked, late]);
}
