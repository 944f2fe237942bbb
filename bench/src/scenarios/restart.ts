import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, type Row } from "../row.ts";
import { startProduct } from "../servers/processes.ts";
import type { World } from "../world.ts";

const SECONDS = 5;

/** A second `npm start`: with its embedded PostgreSQL, nothing to install or to build. */
export async function restart({ effort }: World, emit: (row: Row) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "rollcall-bench-start-"));
  const env = { ROLLCALL_DATA_DIR: folder, DATABASE_URL: "" };
  const took: number[] = [];
  for (let run = 0; run <= effort.runs; run++) {
    const started = performance.now();
    const product = await startProduct(env);
    // The first start makes the data folder.
    if (run > 0) took.push((performance.now() - started) / 1000);
    await product.stop();
  }
  rmSync(folder, { recursive: true, force: true });
  const seconds = median(took);
  emit({
    what: "second npm start to the first answer",
    measured: `${seconds.toFixed(1)} s`,
    target: `< ${SECONDS} s`,
    reached: seconds < SECONDS,
    values: { seconds },
  });
}
