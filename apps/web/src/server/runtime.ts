import { type Database, openDatabase } from "@rollcall/db";
import { type Env, parseEnv } from "./env.ts";
import { createLogger, type Logger } from "./log.ts";

/** What a process has one of. server.ts and Next's bundle are built apart and meet on globalThis. */
interface Runtime {
  env?: Env;
  log?: Logger;
  database?: Database;
}

declare global {
  var rollcall: Runtime | undefined;
}

function runtime(): Runtime {
  globalThis.rollcall ??= {};
  return globalThis.rollcall;
}

/** The configuration of this process, read from the environment once. */
export function env(): Env {
  const shared = runtime();
  shared.env ??= parseEnv(process.env);
  return shared.env;
}

export function log(): Logger {
  const shared = runtime();
  shared.log ??= createLogger(env().LOG_LEVEL);
  return shared.log;
}

/**
 * The one database of this process. The server opens it at start; where there is no such server (`next dev` by itself,
 * a serverless host) it is opened on first use.
 *
 * @throws when DATABASE_URL is absent and no server has started the embedded PostgreSQL
 */
export function database(): Database {
  const shared = runtime();
  shared.database ??= openConfigured();
  return shared.database;
}

/** Gives the process its database; called once, by the server, which knows where the embedded one listens. */
export function useDatabaseUrl(url: string): void {
  runtime().database = open(url);
}

function openConfigured(): Database {
  const { DATABASE_URL } = env();
  if (!DATABASE_URL) {
    throw new Error("DATABASE_URL is not set. Start with `npm start` to use the embedded PostgreSQL.");
  }
  return open(DATABASE_URL);
}

function open(url: string): Database {
  return openDatabase(url, {
    connections: env().DATABASE_CONNECTIONS,
    onConnectionError: (error) => log().warn({ err: error }, "A database connection broke."),
  });
}
