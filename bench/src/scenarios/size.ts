import { Generator } from "../load/load.ts";
import { OPERATIONS } from "../operations.ts";
import { median, ms, type Row, times } from "../row.ts";
import type { World } from "../world.ts";

const FACTOR = 1.3;

/** Each operation in the large tenant against the small one: its median time must not grow with the directory. */
export async function size(
  { effort, product, small, large }: World,
  emit: (row: Row) => void,
): Promise<void> {
  for (const { name, expect, next } of OPERATIONS) {
    const loads = [small, large].map(
      (tenant) => new Generator({ port: product.port, next: next(tenant), expect, concurrency: 4 }),
    );
    const times50: number[][] = [[], []];
    for (const load of loads) await load.saturate(effort.seconds / 4);
    for (let run = 0; run < effort.runs; run++) {
      for (const [index, load] of loads.entries()) {
        times50[index]?.push((await load.saturate(effort.seconds / 2)).p50);
      }
    }
    for (const load of loads) load.close();
    const [few, many] = [median(times50[0] ?? []), median(times50[1] ?? [])];
    emit({
      what: `${name}: ${effort.large.toLocaleString("en")} people against 1,000`,
      measured: `${times(many / few)} (${ms(many)} against ${ms(few)})`,
      target: `≤ ${FACTOR}× the time`,
      reached: many / few <= FACTOR,
      values: { factor: many / few, few, many },
    });
  }
}
