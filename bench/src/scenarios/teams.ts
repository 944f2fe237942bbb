import { type BenchTenant, fillTeam } from "../data.ts";
import { HttpConnection, request } from "../load/http-connection.ts";
import { type LoadResult, summary } from "../load/load.ts";
import { median, ms, type Row, times } from "../row.ts";
import { usage } from "../servers/processes.ts";
import type { World } from "../world.ts";

type Emit = (row: Row) => void;

/** One member more or less in a team of any size, and reading a large team. */
export async function teams(world: World, emit: Emit): Promise<void> {
  const { db, effort, large, product } = world;
  const few = await fillTeam(db, product.port, large, "Ten", 10);
  const many = await fillTeam(db, product.port, large, "Everyone", effort.teamSize);
  await changeMembers(world, few, many, emit);
  await readTeam(world, many, emit);
}

async function changeMembers(
  { effort, large, product }: World,
  few: string,
  many: string,
  emit: Emit,
): Promise<void> {
  const connection = new HttpConnection(product.port);
  const outsider = large.people.at(-1) ?? "";
  const change = async (team: string, rounds: number): Promise<number[]> => {
    const took: number[] = [];
    for (let n = 0; n < rounds; n++) {
      const reply = await connection.send(memberPatch(large, team, outsider, n % 2 === 0 ? "add" : "remove"));
      if (reply.status !== 204 && reply.status !== 200)
        throw new Error(`Unexpected answer:\n${reply.text.slice(0, 500)}`);
      took.push(reply.ms);
    }
    return took;
  };
  const rounds = effort.quick ? 200 : 1000;
  await change(few, 200);
  await change(many, 200);
  const results: [LoadResult[], LoadResult[]] = [[], []];
  for (let run = 0; run < effort.runs; run++) {
    results[0].push(summary(await change(few, rounds), 1));
    results[1].push(summary(await change(many, rounds), 1));
  }
  connection.close();
  const [small, big] = results.map((runs) => median(runs.map(({ p50 }) => p50)));
  const p95 = median(results[1].map((run) => run.p95));
  const factor = (big ?? Number.NaN) / (small ?? Number.NaN);
  emit({
    what: `PATCH one member: team of ${effort.teamSize.toLocaleString("en")} against 10`,
    measured: `${times(factor)}, p95 ${ms(p95)}`,
    target: "≤ 1.3× the time, p95 < 25 ms",
    reached: factor <= 1.3 && p95 < 25,
    values: { factor, p95 },
  });
}

function memberPatch(tenant: BenchTenant, team: string, person: string, op: "add" | "remove"): Buffer {
  const operation =
    op === "add"
      ? { op, path: "members", value: [{ value: person }] }
      : { op, path: `members[value eq "${person}"]` };
  const body = { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: [operation] };
  return request("PATCH", `/api/scim/${tenant.slug}/v2/Groups/${team}`, tenant.token, body);
}

async function readTeam({ effort, large, product }: World, team: string, emit: Emit): Promise<void> {
  const connection = new HttpConnection(product.port);
  const path = `/api/scim/${large.slug}/v2/Groups/${team}`;
  const read = async (query: string): Promise<number> => {
    const reply = await connection.send(request("GET", path + query, large.token));
    const members = reply.text.split('"value"').length - 1;
    const wanted = query ? 0 : effort.teamSize;
    if (reply.status !== 200 || members !== wanted) throw new Error(`${members} members, not ${wanted}`);
    return reply.ms;
  };
  const repeat = async (query: string, count: number): Promise<number[]> => {
    const took: number[] = [];
    for (let n = 0; n < count; n++) took.push(await read(query));
    return took;
  };
  await repeat("", 3);
  const before = usage(product.pid).memoryMb;
  const whole = median(await repeat("", 9));
  const growth = usage(product.pid).memoryMb - before;
  await repeat("?excludedAttributes=members", 50);
  const without = median(await repeat("?excludedAttributes=members", 100));
  connection.close();
  emit({
    what: `GET /Groups/{id} with ${effort.teamSize.toLocaleString("en")} members`,
    measured: `${ms(whole)}, memory +${Math.max(0, growth).toFixed(0)} MB`,
    target: "< 1 s, < 50 MB more",
    reached: whole < 1000 && growth < 50,
    values: { ms: whole, growthMb: growth },
  });
  emit({
    what: "GET /Groups/{id}?excludedAttributes=members",
    measured: ms(without),
    target: "< 5 ms",
    reached: without < 5,
    values: { ms: without },
  });
}
