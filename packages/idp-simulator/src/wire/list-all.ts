import type { JsonValue } from "@rollcall/scim";
import type { Connection } from "./connection.ts";
import { listAt, numberAt } from "./json.ts";
import { accepted } from "./refusal.ts";

/** Every resource of an endpoint, read in pages of 100 by `startIndex` and `count`. */
export async function listAll(
  connection: Connection,
  endpoint: "/Users" | "/Groups",
): Promise<readonly JsonValue[]> {
  const found: JsonValue[] = [];
  for (let startIndex = 1; ; startIndex += 100) {
    const { json } = accepted(await connection.send("GET", `${endpoint}?count=100&startIndex=${startIndex}`));
    found.push(...listAt(json, "Resources"));
    if (startIndex + 100 > (numberAt(json, "totalResults") ?? 0)) return found;
  }
}
