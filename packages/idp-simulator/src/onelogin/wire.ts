import { type Connection, connect, type Method } from "../wire/connection.ts";
import type { Exchange } from "../wire/exchange.ts";
import type { Reply } from "../wire/reply.ts";

export interface OneLoginWireOptions {
  readonly baseUrl: string;
  readonly token: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly impatience?: number | undefined;
  readonly sockets?: number | undefined;
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
}

/**
 * OneLogin's connector on the wire: `application/json` both ways and a static bearer token.
 * @see https://developers.onelogin.com/scim/implement-scim-api
 */
export function connectOneLogin(options: OneLoginWireOptions): Connection {
  const connection = connect({
    baseUrl: options.baseUrl,
    sockets: options.sockets ?? 1,
    headers: {
      Authorization: `Bearer ${options.token}`,
      Accept: "application/json",
      "Content-Type": "application/json",
      ...options.headers,
    },
    ...(options.onExchange ? { onExchange: options.onExchange } : {}),
  });
  const tries = 1 + (options.impatience ?? 0);

  async function send(method: Method, target: string, body?: unknown): Promise<Reply> {
    for (let attempt = 1; ; attempt += 1) {
      const last = attempt === tries;
      try {
        const reply = await connection.send(method, target, body);
        if (last || (reply.status < 500 && reply.status !== 429)) return reply;
      } catch (error) {
        if (last) throw error;
      }
    }
  }

  return { send, close: connection.close };
}
