import type { Database } from "@rollcall/db";
import { deleteExpiredRows, deleteOldEvents } from "@rollcall/directory/maintenance/expired-rows";
import type { Logger } from "./log.ts";

const HOUR_MS = 3_600_000;
/** Of all replicas, the one that holds this advisory lock does the work; the others skip that round. */
const JOBS_LOCK = 7_245_512_021;

/**
 * Cleans up soon after start and then every hour.
 *
 * @returns ends the rounds and waits for one under way
 */
export function startJobs(db: Database, log: Logger): () => Promise<void> {
  let round: Promise<void> = Promise.resolve();
  const run = (): void => {
    round = cleanUp(db, log).catch((error: unknown) => log.error({ err: error }, "Cleaning up failed."));
  };
  const first = setTimeout(run, 30_000);
  const hourly = setInterval(run, HOUR_MS);
  return () => {
    clearTimeout(first);
    clearInterval(hourly);
    return round;
  };
}

async function cleanUp(db: Database, log: Logger): Promise<void> {
  const client = await db.pool.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>("SELECT pg_try_advisory_lock($1) AS mine", [
      JOBS_LOCK,
    ]);
    if (!rows[0]?.mine) return;
    const events = await deleteOldEvents(db);
    const expired = await deleteExpiredRows(db);
    if (events + expired > 0) log.info({ events, expired }, "Cleaned up.");
  } finally {
    // Closing the connection gives the lock back, whatever happened.
    client.release(true);
  }
}
