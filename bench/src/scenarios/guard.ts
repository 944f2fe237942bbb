import { Generator } from "../load/load.ts";
import { OPERATIONS, type Operation } from "../operations.ts";
import { percent, type Row, rate } from "../row.ts";
import { type RunningServer, startFloor } from "../servers/processes.ts";
import type { World } from "../world.ts";
import { floorRequest } from "./throughput.ts";

type Emit = (row: Row) => void;

/** Well below what a quiet machine reaches, so that only a real loss of speed falls through. */
const SHARE = { select: 0.2, insert: 0.12 } as const;

/** The short form for every change: each operation's share of its floor, the best of some runs taken in turn with it. */
export async function guard(world: World, emit: Emit): Promise<void> {
  const floors = {
    select: await startFloor("select", world.url, world.large.id),
    insert: await startFloor("insert", world.url, world.large.id),
  };
  try {
    for (const operation of OPERATIONS) emit(await shareOf(world, operation, floors[operation.floor]));
  } finally {
    await Promise.all([floors.select.stop(), floors.insert.stop()]);
  }
}

async function shareOf(world: World, operation: Operation, floor: RunningServer): Promise<Row> {
  const { name, expect, next } = operation;
  const { large, product, effort } = world;
  const base = new Generator({ port: floor.port, next: floorRequest(world, operation), expect: [200] });
  const own = new Generator({ port: product.port, next: next(large), expect });
  await base.saturate(effort.seconds);
  await own.saturate(effort.seconds * 2);
  let best = { share: 0, own: 0, floor: 0 };
  for (let run = 0; run < effort.runs; run++) {
    const pair = {
      floor: (await base.saturate(effort.seconds)).perSecond,
      own: (await own.saturate(effort.seconds)).perSecond,
    };
    const share = pair.own / pair.floor;
    if (share > best.share) best = { share, ...pair };
  }
  base.close();
  own.close();
  const least = SHARE[operation.floor];
  return {
    what: name,
    measured: `${rate(best.own)} = ${percent(best.share)} of ${rate(best.floor)}`,
    target: `≥ ${percent(least)} of the ${operation.floor.toUpperCase()} floor`,
    reached: best.share >= least,
    values: best,
  };
}
