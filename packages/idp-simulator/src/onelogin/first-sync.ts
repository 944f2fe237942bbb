import type { Person } from "../people/person.ts";
import { samplePeople, sampleRoles } from "../people/sample.ts";
import type { Connection } from "../wire/connection.ts";
import { type Groups, openGroups } from "./groups.ts";
import { renderUser } from "./template.ts";
import { createUser, findUser } from "./users.ts";
import { connectOneLogin } from "./wire.ts";

export interface FirstSyncOptions {
  readonly baseUrl: string;
  readonly token: string;
  readonly people: number;
  readonly roles: number;
  /** Memberships in all, dealt out evenly. */
  readonly memberships: number;
  /** Connections that push at the same time. */
  readonly connections: number;
  readonly domain?: string;
  /** Told after each person, with how many are done. */
  readonly onProgress?: (done: number) => void;
}

export interface FirstSyncReport {
  readonly seconds: number;
  readonly requests: number;
  readonly people: number;
  readonly memberships: number;
  /** One line per person or membership that was refused. */
  readonly errors: readonly string[];
  /** Milliseconds. */
  readonly latency: {
    readonly p50: number;
    readonly p95: number;
    readonly p99: number;
    readonly max: number;
  };
}

/**
 * OneLogin's first push of a whole company: entitlements, then per person a look-up, a create, a read and one PATCH per
 * role, over several connections at once.
 */
export async function firstSync(options: FirstSyncOptions): Promise<FirstSyncReport> {
  const latencies: number[] = [];
  const connection = connectOneLogin({
    ...options,
    sockets: options.connections,
    onExchange: (exchange) => latencies.push(exchange.ms),
  });
  const people = samplePeople(options.people, options.domain ?? "example.test");
  const roles = sampleRoles(options.roles);
  const errors: string[] = [];
  const started = performance.now();
  let memberships = 0;
  try {
    const groups = openGroups(connection);
    await makeRoles(groups, roles);
    let next = 0;
    const pushers = Array.from({ length: options.connections }, async () => {
      for (let index = next++; index < people.length; index = next++) {
        const person = people[index];
        if (!person) return;
        try {
          const joined = await pushPerson(connection, groups, person, rolesOf(index, roles, options));
          memberships += joined;
        } catch (error) {
          errors.push(`${person.userName}: ${error instanceof Error ? error.message : error}`);
        }
        options.onProgress?.(index + 1);
      }
    });
    await Promise.all(pushers);
  } finally {
    connection.close();
  }
  const seconds = (performance.now() - started) / 1000;
  return {
    seconds,
    requests: latencies.length,
    people: people.length,
    memberships,
    errors,
    latency: percentiles(latencies),
  };
}

/** The groups are made one after the other, before any person: two connections making one group would be told 409. */
async function makeRoles(groups: Groups, roles: readonly string[]): Promise<void> {
  await groups.refresh();
  for (const role of roles) await groups.ensure(role);
}

async function pushPerson(
  connection: Connection,
  groups: Groups,
  person: Person,
  roles: readonly string[],
): Promise<number> {
  const id =
    (await findUser(connection, person.userName)) ??
    (await createUser(connection, renderUser("enterprise", person, { active: true })));
  for (const role of roles) await groups.join(role, id);
  return roles.length;
}

/** Deals `memberships` out over all people, each person's roles being neighbours in the list. */
function rolesOf(index: number, roles: readonly string[], options: FirstSyncOptions): readonly string[] {
  const before = Math.floor((index * options.memberships) / options.people);
  const after = Math.floor(((index + 1) * options.memberships) / options.people);
  const count = Math.min(after - before, roles.length);
  return Array.from({ length: count }, (_, step) => roles[(before + step) % roles.length] ?? "");
}

function percentiles(values: readonly number[]): FirstSyncReport["latency"] {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: rank(1) };
}
