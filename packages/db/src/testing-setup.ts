import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "./embedded/cluster.ts";

/**
 * Vitest's globalSetup for tests that need a database. The server named in ROLLCALL_TEST_SERVER is used where there is
 * one; otherwise an embedded one runs for the length of the run, on a folder that goes with it.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.ROLLCALL_TEST_SERVER) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "rollcall-test-"));
  const server = await startEmbeddedPostgres(folder);
  process.env.ROLLCALL_TEST_SERVER = server.url;
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
