import type { IncomingHttpHeaders } from "node:http";
import type { JsonValue } from "@rollcall/scim";
import { textAt } from "./json.ts";

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body as JSON; undefined when it is empty or no JSON. */
  readonly json: JsonValue | undefined;
}

/** True for 2xx. */
export function succeeded(reply: Reply): boolean {
  return reply.status >= 200 && reply.status < 300;
}

/** A refusal in one line, as identity providers print it on a task row: status, scimType, detail. */
export function refusalLine(reply: Reply): string {
  const detail = textAt(reply.json, "detail") ?? reply.text;
  const type = textAt(reply.json, "scimType");
  const line = [String(reply.status), type, detail]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
  return line.replace(/\s+/g, " ").slice(0, 255);
}
