import { firstSync } from "@rollcall/idp-simulator";
import { createTenant } from "../data.ts";
import { Generator } from "../load/load.ts";
import { OPERATIONS } from "../operations.ts";
import { ms, type Row } from "../row.ts";
import { usage } from "../servers/processes.ts";
import type { World } from "../world.ts";

const SECONDS = 60;
const MEMORY_MB = 350;

/** OneLogin's first push of a whole company, then a long mixed load; memory after both. */
export async function sync(world: World, emit: (row: Row) => void): Promise<void> {
  const { db, effort, product } = world;
  const size = effort.quick
    ? { people: 1000, roles: 20, memberships: 3000 }
    : { people: 10_000, roles: 200, memberships: 30_000 };
  const tenant = await createTenant(db, "sync");
  const report = await firstSync({
    baseUrl: `http://localhost:${product.port}/api/scim/${tenant.slug}/v2`,
    token: tenant.token,
    connections: 8,
    ...size,
  });
  const afterSync = usage(product.pid).memoryMb;
  const limit = (SECONDS * size.people) / 10_000;
  emit({
    what: `first sync by OneLogin: ${size.people.toLocaleString("en")} people, ${size.memberships.toLocaleString("en")} memberships`,
    measured: `${report.seconds.toFixed(1)} s, ${report.errors.length} errors`,
    target: `≤ ${limit} s, no error`,
    reached: report.seconds <= limit && report.errors.length === 0,
    note: `${report.requests} requests, p99 ${ms(report.latency.p99)}, ${Math.round(afterSync)} MB`,
    values: {
      seconds: report.seconds,
      errors: report.errors.length,
      requests: report.requests,
      memoryMb: afterSync,
    },
  });
  await longLoad(world, emit);
}

async function longLoad({ effort, large, product }: World, emit: (row: Row) => void): Promise<void> {
  const minutes = effort.quick ? 0.25 : 10;
  const makers = OPERATIONS.map((operation) => operation.next(large));
  const load = new Generator({
    port: product.port,
    next: (n) => makers[n % makers.length]?.(Math.floor(n / makers.length)) ?? Buffer.alloc(0),
    expect: [200, 201, 204],
  });
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(usage(product.pid).memoryMb), (minutes * 60_000) / 40);
  await load.saturate(minutes * 60);
  clearInterval(timer);
  load.close();
  const half = Math.floor(samples.length / 2);
  const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
  const growth = mean(samples.slice(-10)) - mean(samples.slice(half, half + 10));
  const memory = samples.at(-1) ?? Number.NaN;
  emit({
    what: `server memory after ${minutes} minutes of mixed load`,
    measured: `${Math.round(memory)} MB, ${growth >= 0 ? "+" : ""}${growth.toFixed(0)} MB over the last half`,
    target: `< ${MEMORY_MB} MB, no growth in the last half`,
    reached: memory < MEMORY_MB && growth < memory * 0.05,
    values: { memoryMb: memory, growthMb: growth },
  });
}
