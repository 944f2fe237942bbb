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
  // A broken connection emits an error of its own, besides failing its query. With no listener that ends the process.
  pool.on("connect", (client) => client.on("error", (error) => options.onConnectionError?.(error)));
  pool.on("error", () => {});
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await prisma.$disconnect();
    await pool.end();
  };
  return { pool, prisma, close: () => (closing ??= close()) };
}
