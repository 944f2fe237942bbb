import type { JsonObject, JsonValue } from "../../src/index.ts";
import { CORE_USER } from "../../src/index.ts";
import type { Client, Reply } from "../client.ts";

/** One sentence of an RFC that a client can observe, and the observation. */
export interface Requirement {
  readonly section: string;
  readonly level: "MUST" | "SHOULD" | "MAY";
  readonly says: string;
  /** Rejects when the requirement is not met. Every requirement begins with an empty directory. */
  readonly observe: (client: Client) => Promise<void>;
}

export const ANN = {
  schemas: [CORE_USER],
  userName: "ann@x.io",
  name: { givenName: "Ann", familyName: "Ax" },
  emails: [{ value: "ann@x.io", type: "work", primary: true }],
} as const;

export async function makeAnn(
  client: Client,
  more: JsonObject = {},
): Promise<{ path: string; reply: Reply }> {
  const reply = await client.post("/Users", { ...ANN, ...more });
  return { path: `/Users/${String(reply.json.id)}`, reply };
}

export function firstOf(value: JsonValue | undefined): JsonValue | undefined {
  return Array.isArray(value) ? value[0] : undefined;
}
