import { HttpConnection, type RawReply } from "../load/http-connection.ts";
import { summary } from "../load/load.ts";
import { ms, type Row } from "../row.ts";
import type { World } from "../world.ts";

const WORDS = [
  "person-0042",
  "ada",
  "042",
  "n-01",
  "engineer",
  "nobody-at-all",
  "person",
  "ext-person-00999",
];

/** The Users page as an admin searches it. */
export async function search({ effort, product, session }: World, emit: (row: Row) => void): Promise<void> {
  const connection = new HttpConnection(product.port);
  const took: number[] = [];
  for (let n = 0; n < 160; n++) {
    const reply = await ask(connection, WORDS[n % WORDS.length] ?? "", session);
    if (reply.status !== 200) throw new Error(`Unexpected answer:\n${reply.text.slice(0, 500)}`);
    if (n >= WORDS.length * 2) took.push(reply.ms);
  }
  connection.close();
  const { p50, p95 } = summary(took, 1);
  emit({
    what: `Users page, search in ${effort.large.toLocaleString("en")} people, p95`,
    measured: `${ms(p95)} (p50 ${ms(p50)})`,
    target: "< 100 ms",
    reached: p95 < 100,
    values: { p50, p95 },
  });
}

function ask(connection: HttpConnection, words: string, session: string): Promise<RawReply> {
  const path = `/api/console/users?q=${encodeURIComponent(words)}&page=1&size=50`;
  const lines = [
    `GET ${path} HTTP/1.1`,
    "Host: localhost",
    `Cookie: ${session}`,
    "Sec-Fetch-Site: same-origin",
  ];
  return connection.send(Buffer.from(`${lines.join("\r\n")}\r\n\r\n`));
}
