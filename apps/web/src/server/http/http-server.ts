import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { refuseUnreadable } from "./unreadable-request.ts";

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export interface Listeners {
  readonly scim: Listener;
  readonly health: Listener;
  /** Everything else: pages and the console's API. */
  readonly pages: Listener;
}

/** The one server of a process. SCIM requests and health checks pass Next by. */
export function createHttpServer({ scim, health, pages }: Listeners): Server {
  // What each connection is being answered.
  const answers = new WeakMap<Duplex, ServerResponse>();
  const server = createServer((request, response) => {
    answers.set(request.socket, response);
    const url = originForm(request.url ?? "/");
    request.url = url;
    if (request.method === "TRACE" || !url.startsWith("/")) refuse(request, response);
    else if (url.startsWith("/api/scim/")) scim(request, response);
    else if (url.startsWith("/api/health")) health(request, response);
    else pages(request, response);
  });
  server.on("clientError", (error, socket) => refuseUnreadable(error, socket, answers.get(socket)));
  // Longer than the 60 s of common load balancers, so that they close an idle connection first.
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 70_000;
  server.requestTimeout = 120_000;
  return server;
}

/** What is about no resource of ours: `OPTIONS *`, and TRACE, which would show a page what scripts must not see. */
function refuse({ method }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(method === "TRACE" ? 405 : 400, { "cache-control": "no-store" }).end();
}

/** The path of a request line that names the whole address. RFC 9112 §3.2.2. */
function originForm(url: string): string {
  const origin = /^https?:\/\/[^/?]*/i.exec(url)?.[0];
  return origin === undefined ? url : url.slice(origin.length).replace(/^(?!\/)/, "/");
}

/**
 * Stops taking connections, lets the requests under way finish, and closes what is idle.
 *
 * @param patience milliseconds after which connections still busy are cut
 */
export async function closeHttpServer(server: Server, patience: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  const cut = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
