import { setTimeout as sleep } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client.ts";

/** One connection pool, the Prisma client that works on the same pool, and the few connections that statements for many share. */
export interface Database {
  readonly pool: pg.Pool;
  /**
   * For statements that read or write many rows by their keys: the planner goes by index whatever the statistics say, a
   * row that another transaction holds is not waited for (`lock_timeout`), and neither is a server that has gone.
   */
  readonly batches: pg.Pool;
  readonly prisma: PrismaClient;
  /** Waits for the queries under way and closes every connection. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The most connections that this process opens. */
  readonly connections?: number;
  /** Told of each connection that broke; the pool replaces it by itself. */
  readonly onConnectionError?: (error: Error) => void;
}

/** How long a connection may take to end; one to a server that is gone never does. */
const CLOSE_MS = 2000;

/** How many such statements of one kind are under way at once: while they are, what comes gathers for the next. */
export const BATCHES_AT_ONCE = 3;
/** Reads, reads before a change, and writes. */
const KINDS = 3;
/** How long such a statement waits for a row, in milliseconds. */
const LOCK_MS = 200;
/** How long its answer may take: the connection is closed then, or what waits would wait for as long as TCP does. */
const ANSWER_MS = 15_000;
const BY_INDEX = "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

/**
 * Opens a pool on a PostgreSQL URL. Connects on first use, not here.
 *
 * @param url `postgres://user:password@host:port/database`, or with `?host=/folder` a Unix socket
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const connection = {
    connectionString: url,
    application_name: "rollcall",
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 30_000,
  };
  // Connections stay: a timer for each idle one, set anew by every query, costs more than the few that are kept open.
  const pool = new pg.Pool({ ...connection, max: options.connections ?? 10, idleTimeoutMillis: 0 });
  let closing: Promise<void> | undefined;
  const broken = (error: Error): void => {
    if (!closing) options.onConnectionError?.(error);
  };
  const batches = new pg.Pool({
    ...connection,
    max: BATCHES_AT_ONCE * KINDS,
    idleTimeoutMillis: 0,
    lock_timeout: LOCK_MS,
    query_timeout: ANSWER_MS,
    options: BY_INDEX,
  });
  const open = new Map<pg.PoolClient, Promise<void>>();
  for (const each of [pool, batches]) {
    each.on("connect", (client) => {
      // A broken connection emits an error of its own, besides failing its query. With no listener that ends the process.
      // One that breaks while it is being closed is closed.
      client.on("error", broken);
      open.set(client, new Promise((gone) => client.once("end", gone)));
    });
    each.on("remove", (client) => open.delete(client));
    each.on("error", () => {});
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
  const close = async (): Promise<void> => {
    await prisma.$disconnect();
    await Promise.all([pool.end(), batches.end()]);
    // The pool's own end comes before that of its connections, and a server that is stopped next would break them.
    const ended = Promise.all(open.values());
    await Promise.race([ended, sleep(CLOSE_MS, undefined, { ref: false })]);
  };
  return { pool, batches, prisma, close: () => (closing ??= close()) };
}
