import { setTimeout as sleep } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client.ts";

/** One connection pool and the Prisma client that works on the same pool. */
export interface Database {
  readonly pool: pg.Pool;
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

/**
 * Opens a pool on a PostgreSQL URL. Connects on first use, not here.
 *
 * @param url `postgres://user:password@host:port/database`, or with `?host=/folder` a Unix socket
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    application_name: "rollcall",
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  let closing: Promise<void> | undefined;
  const open = new Map<pg.PoolClient, Promise<void>>();
  pool.on("connect", (client) => {
    // A broken connection emits an error of its own, besides failing its query. With no listener that ends the process.
    // One that breaks while it is being closed is closed.
    client.on("error", (error) => {
      if (!closing) options.onConnectionError?.(error);
    });
    open.set(client, new Promise((gone) => client.once("end", gone)));
  });
  pool.on("remove", (client) => open.delete(client));
  pool.on("error", () => {});
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
  const close = async (): Promise<void> => {
    await prisma.$disconnect();
    await pool.end();
    // The pool's own end comes before that of its connections, and a server that is stopped next would break them.
    await Promise.race([Promise.all(open.values()), sleep(CLOSE_MS, undefined, { ref: false })]);
  };
  return { pool, prisma, close: () => (closing ??= close()) };
}
