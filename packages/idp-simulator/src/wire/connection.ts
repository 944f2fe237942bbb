import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { Exchange } from "./exchange.ts";
import { parseJson } from "./json.ts";
import type { Reply } from "./reply.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS";

export interface ConnectionOptions {
  /** Where the endpoint is, with or without a slash at the end; a query on it is sent with every request. */
  readonly baseUrl: string;
  /** Sent with every request, names as they shall appear on the wire. */
  readonly headers: Readonly<Record<string, string>>;
  /** Sockets kept open at most. */
  readonly sockets?: number;
  readonly timeoutMs?: number;
  /** Told about each request and its reply. */
  readonly onExchange?: (exchange: Exchange) => void;
}

export interface Connection {
  /**
   * Sends one request. The target is put on the wire as it is given, `+`, a trailing `&` and a bare `?` included:
   * no URL class tidies it up. A body that is a string or bytes is sent as it is, anything else as JSON.
   * @throws when no reply came: refused, reset, timed out
   */
  send(
    method: Method,
    target: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Reply>;
  close(): void;
}

/** Opens keep-alive HTTP to a SCIM endpoint. Nothing but Host, Content-Length and Connection is added to the headers. */
export function connect(options: ConnectionOptions): Connection {
  const base = new URL(options.baseUrl);
  const secure = base.protocol === "https:";
  const agentOptions = { keepAlive: true, maxSockets: options.sockets ?? 1 };
  const agent = secure ? new HttpsAgent(agentOptions) : new HttpAgent(agentOptions);

  async function send(
    method: Method,
    target: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply> {
    const payload = encodeBody(body);
    const sent = { ...options.headers, ...headers };
    const started = performance.now();
    const at = new Date();
    const reply = await new Promise<Reply>((resolve, reject) => {
      const request = (secure ? httpsRequest : httpRequest)(
        {
          agent,
          method,
          hostname: base.hostname.replace(/^\[|\]$/g, ""),
          port: base.port,
          path: joinTarget(base, target),
          headers:
            payload === undefined ? sent : { ...sent, "Content-Length": String(Buffer.byteLength(payload)) },
          timeout: options.timeoutMs ?? 60_000,
        },
        (response) => readReply(response).then(resolve, reject),
      );
      request.on("timeout", () => request.destroy(new Error(`No reply to ${method} ${target} in time`)));
      request.on("error", reject);
      request.end(payload);
    });
    options.onExchange?.({
      at,
      method,
      target,
      requestHeaders: sent,
      requestBody: body,
      reply,
      ms: performance.now() - started,
    });
    return reply;
  }

  return { send, close: () => agent.destroy() };
}

function encodeBody(body: unknown): string | Uint8Array | undefined {
  if (body === undefined || typeof body === "string" || body instanceof Uint8Array) return body;
  return JSON.stringify(body);
}

/** `https://h/v2?flag` and `/Users?x` make `/v2/Users?flag&x`. */
function joinTarget(base: URL, target: string): string {
  const path = base.pathname.replace(/\/$/, "");
  if (base.search === "") return path + target;
  const [resource, query] = splitOnce(target, "?");
  return `${path}${resource}${base.search}${query === undefined ? "" : `&${query}`}`;
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

async function readReply(response: IncomingMessage): Promise<Reply> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  return { status: response.statusCode ?? 0, headers: response.headers, text, json: parseJson(text) };
}
