import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "@rollcall/db";
import { startEmbeddedPostgres } from "@rollcall/db/server";
import { type BenchTenant, createTenant, fillPeople, openTenant } from "./data.ts";
import { type RunningServer, startProduct } from "./servers/processes.ts";

/** How much is measured, and for how long. */
export interface Effort {
  readonly quick: boolean;
  /** Seconds of one run. */
  readonly seconds: number;
  readonly runs: number;
  /** People in the large tenant. */
  readonly large: number;
  readonly teamSize: number;
}

export const FULL: Effort = { quick: false, seconds: 3, runs: 3, large: 100_000, teamSize: 50_000 };
export const QUICK: Effort = { quick: true, seconds: 1, runs: 3, large: 20_000, teamSize: 10_000 };

/** For the check that goes with every change. */
export const GUARD: Effort = { quick: true, seconds: 0.7, runs: 3, large: 2000, teamSize: 2000 };

/** Everything that a measurement works on. */
export interface World {
  readonly effort: Effort;
  readonly db: Database;
  readonly url: string;
  readonly product: RunningServer;
  /** Cookies of the large tenant's admin. */
  readonly session: string;
  readonly small: BenchTenant;
  readonly large: BenchTenant;
  stop(): Promise<void>;
}

const CODE = "BENCH-SETUP-CODE";

/** A temporary PostgreSQL, the built product on it, a tenant of 1,000 people and a large one. */
export async function createWorld(effort: Effort): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "rollcall-bench-"));
  const postgres = await startEmbeddedPostgres(folder);
  const product = await startProduct({ DATABASE_URL: postgres.url, SETUP_CODE: CODE });
  const db = openDatabase(postgres.url, { connections: 4 });
  const session = await setUp(product.port);
  const large = await openTenant(db, "bench");
  const small = await createTenant(db, "small");
  await db.pool.query("CREATE TABLE floor (id uuid PRIMARY KEY, body jsonb NOT NULL)");
  await fillPeople(db, product.port, small, 1000);
  await fillPeople(db, product.port, large, effort.large);
  await db.pool.query("CHECKPOINT");
  const stop = async (): Promise<void> => {
    await product.stop();
    await db.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { effort, db, url: postgres.url, product, session, small, large, stop };
}

async function setUp(port: number): Promise<string> {
  const origin = `http://localhost:${port}`;
  const reply = await fetch(`${origin}/api/setup`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({
      organization: "Bench",
      name: "Ada Lovelace",
      email: "ada@bench.test",
      password: "seven quiet otters paddle",
      code: CODE,
    }),
  });
  if (!reply.ok) throw new Error(`Set-up answered ${reply.status}: ${await reply.text()}`);
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
