import { HttpConnection, request } from "../load/http-connection.ts";
import { median, ms, type Row, times } from "../row.ts";
import type { World } from "../world.ts";

/** A late page by cursor against the first: RFC 9865. */
export async function paging({ effort, large, product }: World, emit: (row: Row) => void): Promise<void> {
  const size = effort.large / 500 - 1;
  const count = Math.max(1, Math.min(100, Math.floor(size)));
  const connection = new HttpConnection(product.port);
  const page = async (cursor: string) => {
    const path = `/api/scim/${large.slug}/v2/Users?count=${count}&cursor=${encodeURIComponent(cursor)}`;
    const reply = await connection.send(request("GET", path, large.token));
    const next = /"nextCursor":"([^"]+)"/.exec(reply.text)?.[1];
    if (reply.status !== 200 || !next) throw new Error(`No next page:\n${reply.text.slice(0, 500)}`);
    return { ms: reply.ms, next };
  };
  let cursor = "";
  for (let n = 1; n < 500; n++) cursor = (await page(cursor)).next;
  const [first, late]: [number[], number[]] = [[], []];
  for (let n = 0; n < 60; n++) {
    first.push((await page("")).ms);
    late.push((await page(cursor)).ms);
  }
  connection.close();
  const factor = median(late) / median(first);
  emit({
    what: `cursor page 500 of ${effort.large.toLocaleString("en")} people against page 1`,
    measured: `${times(factor)} (${ms(median(late))} against ${ms(median(first))}, ${count} a page)`,
    target: "≤ 1.2×",
    reached: factor <= 1.2,
    values: { factor, first: median(first), late: median(late) },
  });
}
