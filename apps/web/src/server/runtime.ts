import { type Database, openDatabase, uuidv7 } from "@rollcall/db";
import {
  createScimDirectory,
  type ProvisioningDirectory,
} from "@rollcall/directory/provisioning/scim-directory";
import { createScimHandler, type ScimHandler } from "@rollcall/scim";
import { type Env, parseEnv } from "./env.ts";
import { createLogger, type Logger } from "./log.ts";

/** What a process has one of. server.ts and Next's bundle are built apart and meet on globalThis. */
interface Runtime {
  env?: Env;
  log?: Logger;
  database?: Database;
  directory?: ProvisioningDirectory;
  scimHandler?: ScimHandler;
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

/** The SCIM endpoint of every tenant. */
export function scimHandler(): ScimHandler {
  const shared = runtime();
  shared.scimHandler ??= createScimHandler({
    directory: directory(),
    newId: uuidv7,
    now: () => new Date(),
    onError: (error, requestId) => log().error({ err: error, requestId }, "A SCIM request failed."),
  });
  return shared.scimHandler;
}

/** Writes the provisioning events that still wait for their batch. */
export async function flushEvents(): Promise<void> {
  await runtime().directory?.flush();
}

function directory(): ProvisioningDirectory {
  const shared = runtime();
  shared.directory ??= createScimDirectory(database(), {
    onError: (error) => log().error({ err: error }, "Provisioning events could not be written."),
  });
  return shared.directory;
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
