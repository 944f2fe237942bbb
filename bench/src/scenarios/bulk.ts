import { userBody } from "../data.ts";
import { HttpConnection, request } from "../load/http-connection.ts";
import { median, type Row, rate, times } from "../row.ts";
import type { World } from "../world.ts";

const OPERATIONS = 1000;
let made = 0;

/** A bulk request of 1,000 creations against 1,000 requests one after the other: RFC 7644 §3.7. */
export async function bulk({ effort, large, product }: World, emit: (row: Row) => void): Promise<void> {
  const connection = new HttpConnection(product.port);
  const base = `/api/scim/${large.slug}/v2`;
  const [one, all]: [number[], number[]] = [[], []];
  for (let run = 0; run <= effort.runs; run++) {
    const started = performance.now();
    for (let n = 0; n < OPERATIONS; n++) {
      const reply = await connection.send(request("POST", `${base}/Users`, large.token, newUser()));
      if (reply.status !== 201) throw new Error(`Unexpected answer:\n${reply.text.slice(0, 500)}`);
    }
    const single = OPERATIONS / ((performance.now() - started) / 1000);
    const reply = await connection.send(request("POST", `${base}/Bulk`, large.token, bulkBody()));
    const created = reply.text.split('"201"').length - 1;
    if (reply.status !== 200 || created !== OPERATIONS)
      throw new Error(`${created} created:\n${reply.text.slice(0, 500)}`);
    // The first round warms up.
    if (run > 0) {
      one.push(single);
      all.push(OPERATIONS / (reply.ms / 1000));
    }
  }
  connection.close();
  const factor = median(all) / median(one);
  emit({
    what: "Bulk of 1,000 POSTs against one by one",
    measured: `${times(factor)} (${rate(median(all))} against ${rate(median(one))})`,
    target: "≥ 2×",
    reached: factor >= 2,
    values: { factor, bulk: median(all), single: median(one) },
  });
}

function newUser(): object {
  return userBody(`bulk-${++made}@bench.test`);
}

function bulkBody(): object {
  const Operations = Array.from({ length: OPERATIONS }, (_, n) => ({
    method: "POST",
    path: "/Users",
    bulkId: `b${n}`,
    data: newUser(),
  }));
  return { schemas: ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"], Operations };
}
