// npm run bench [-- --quick | --guard] [--only <scenario>]: every figure that docs/performance.md names, here and now.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { printRow, type Row } from "./row.ts";
import { bulk } from "./scenarios/bulk.ts";
import { sync } from "./scenarios/first-sync.ts";
import { guard } from "./scenarios/guard.ts";
import { paging } from "./scenarios/paging.ts";
import { restart } from "./scenarios/restart.ts";
import { search } from "./scenarios/search.ts";
import { size } from "./scenarios/size.ts";
import { teams } from "./scenarios/teams.ts";
import { throughput } from "./scenarios/throughput.ts";
import { ROOT } from "./servers/processes.ts";
import { createWorld, FULL, GUARD, QUICK } from "./world.ts";

const SCENARIOS = { throughput, size, teams, paging, bulk, search, sync, restart };

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    guard: { type: "boolean", default: false },
    only: { type: "string", multiple: true },
  },
});
const effort = values.guard ? GUARD : values.quick ? QUICK : FULL;
const started = new Date();
const world = await createWorld(effort);
const rows: Row[] = [];
const emit = (row: Row): void => {
  rows.push(row);
  printRow(row);
};
try {
  for (const [name, scenario] of Object.entries(values.guard ? { guard } : SCENARIOS)) {
    if (!values.only || values.only.includes(name)) await scenario(world, emit);
  }
} finally {
  await world.stop();
}
const reached = rows.filter((row) => row.reached).length;
const missed = rows.filter((row) => row.reached === false);
const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
const results = { at: started.toISOString(), quick: effort.quick, machine, rows };
const file = values.guard ? "test-results/bench.json" : "bench/results.json";
writeFileSync(join(ROOT, file), `${JSON.stringify(results, null, 2)}\n`);
const seconds = (Date.now() - started.getTime()) / 1000;
process.stdout.write(`\n${reached} of ${reached + missed.length} targets reached, ${seconds.toFixed(0)} s\n`);
process.exitCode = missed.length === 0 ? 0 : 1;
