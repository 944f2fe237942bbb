import { userBody } from "../data.ts";
import { request } from "../load/http-connection.ts";
import { Generator, type LoadResult } from "../load/load.ts";
import { OPERATIONS, type Operation } from "../operations.ts";
import { medianRun, ms, percent, type Row, rate, times } from "../row.ts";
import {
  type RunningServer,
  startFloor,
  startNextFloor,
  startThroughNext,
  usage,
} from "../servers/processes.ts";
import type { World } from "../world.ts";

type Emit = (row: Row) => void;

/** What must be reached of the floor that does one statement of the same kind. */
const SHARE = { select: 0.5, insert: 0.4 } as const;
const NEXT_FACTOR = 3;
const P99_MS = 10;

/** Requests per second of each operation against its floor and against Next's way, and p99 at half of the peak. */
export async function throughput(world: World, emit: Emit): Promise<void> {
  const floors = {
    select: await startFloor("select", world.url, world.large.id),
    insert: await startFloor("insert", world.url, world.large.id),
  };
  const next = await startThroughNext(world.url);
  try {
    await bareFloors(world, emit);
    for (const operation of OPERATIONS) {
      await measure(world, operation, floors[operation.floor], next, emit);
    }
  } finally {
    await Promise.all([floors.select, floors.insert, next].map((server) => server.stop()));
  }
}

async function bareFloors(world: World, emit: Emit): Promise<void> {
  const floors = { "node:http": () => startFloor("bare", world.url, world.large.id), Next: startNextFloor };
  for (const [name, start] of Object.entries(floors)) {
    const server = await start();
    const generator = new Generator({ port: server.port, next: () => request("GET", "/"), expect: [200] });
    const best = medianRun(await runs(world, [generator]).then(([own]) => own ?? []));
    generator.close();
    await server.stop();
    emit({
      what: `floor: bare ${name}, same JSON`,
      measured: rate(best.perSecond),
      target: "",
      values: valuesOf(best),
    });
  }
}

async function measure(
  world: World,
  operation: Operation,
  floor: RunningServer,
  next: RunningServer,
  emit: Emit,
): Promise<void> {
  const { name, expect } = operation;
  const make = operation.next(world.large);
  const floorLoad = new Generator({ port: floor.port, next: floorRequest(world, operation), expect: [200] });
  const load = new Generator({ port: world.product.port, next: make, expect });
  const nextLoad = new Generator({ port: next.port, next: make, expect });
  const before = usage(world.product.pid);
  const [floorRuns = [], ownRuns = [], nextRuns = []] = await runs(world, [floorLoad, load, nextLoad]);
  const after = usage(world.product.pid);
  const [base, own, viaNext] = [medianRun(floorRuns), medianRun(ownRuns), medianRun(nextRuns)];
  const rateOfHalf = own.perSecond / 2;
  const halves: LoadResult[] = [];
  const floorHalves: LoadResult[] = [];
  for (let run = 0; run < world.effort.runs; run++) {
    halves.push(await load.atRate(rateOfHalf, world.effort.seconds));
    floorHalves.push(await floorLoad.atRate(rateOfHalf, world.effort.seconds));
  }
  const [half, floorHalf] = [halves, floorHalves].map(medianP99);
  if (!half || !floorHalf) throw new Error("nothing was measured");
  for (const generator of [floorLoad, load, nextLoad]) generator.close();

  const share = own.perSecond / base.perSecond;
  const cpu = ((after.cpuSeconds - before.cpuSeconds) * 1e6) / sum(ownRuns);
  emit({
    what: name,
    measured: `${rate(own.perSecond)} = ${percent(share)} of ${rate(base.perSecond)}`,
    target: `≥ ${percent(SHARE[operation.floor])} of the ${operation.floor.toUpperCase()} floor`,
    reached: share >= SHARE[operation.floor],
    note: `p50 ${ms(own.p50)}, p99 ${ms(own.p99)}, ${Math.round(cpu)} µs CPU each, ${Math.round(after.memoryMb)} MB`,
    values: {
      ...valuesOf(own),
      share,
      floor: base.perSecond,
      cpuMicroseconds: cpu,
      memoryMb: after.memoryMb,
    },
  });
  const factor = own.perSecond / viaNext.perSecond;
  emit({
    what: `${name}: against Next's route`,
    measured: `${times(factor)} (${rate(viaNext.perSecond)} through Next)`,
    target: `≥ ${NEXT_FACTOR}×`,
    reached: factor >= NEXT_FACTOR,
    values: { factor, throughNext: viaNext.perSecond },
  });
  emit({
    what: `${name}: p99 at half of the peak`,
    measured: ms(half.p99),
    target: `≤ ${P99_MS} ms`,
    reached: half.p99 <= P99_MS,
    note: `the floor at the same rate: ${ms(floorHalf.p99)}`,
    values: { p99: half.p99, perSecond: half.perSecond, floorP99: floorHalf.p99 },
  });
}

/** Warms each, then takes turns, so that whatever else the machine does meets all alike. */
async function runs(world: World, generators: readonly Generator[]): Promise<LoadResult[][]> {
  const { effort } = world;
  for (const generator of generators) await generator.saturate(effort.seconds / 2);
  const results = generators.map((): LoadResult[] => []);
  for (let run = 0; run < effort.runs; run++) {
    for (const [index, generator] of generators.entries()) {
      results[index]?.push(await generator.saturate(effort.seconds));
    }
  }
  return results;
}

/** What the floor of an operation is sent. */
export function floorRequest({ large }: World, { floor }: Operation): (n: number) => Buffer {
  if (floor === "insert") return (n) => request("POST", "/", undefined, userBody(`floor-${n}@bench.test`));
  return (n) => request("GET", `/${large.people[(n * 7919) % large.people.length]}`);
}

function medianP99(results: readonly LoadResult[]): LoadResult | undefined {
  return results.toSorted((a, b) => a.p99 - b.p99)[Math.floor(results.length / 2)];
}

function sum(results: readonly LoadResult[]): number {
  return results.reduce((total, { requests }) => total + requests, 0);
}

function valuesOf({ perSecond, p50, p95, p99 }: LoadResult): Record<string, number> {
  return { perSecond, p50, p95, p99 };
}
