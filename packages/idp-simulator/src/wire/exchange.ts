import type { Method } from "./connection.ts";
import type { Reply } from "./reply.ts";

/** One request and its reply, as they were on the wire. */
export interface Exchange {
  readonly at: Date;
  readonly method: Method;
  /** Path below the base URL with its query, as sent. */
  readonly target: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody: unknown;
  readonly reply: Reply;
  /** Milliseconds until the whole reply was there. */
  readonly ms: number;
}

/** `GET /Users/018f… 200 3.1 ms`. */
export function exchangeLine(exchange: Exchange): string {
  return `${exchange.method} ${exchange.target} ${exchange.reply.status} ${exchange.ms.toFixed(1)} ms`;
}
