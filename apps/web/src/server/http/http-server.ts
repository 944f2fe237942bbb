import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export interface Listeners {
  readonly scim: Listener;
  readonly health: Listener;
  /** Everything else: pages and the console's API. */
  readonly pages: Listener;
}

/** The one server of a process. SCIM requests and health checks pass Next by. */
export function createHttpServer({ scim, health, pages }: Listeners): Server {
  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    if (url.startsWith("/api/scim/")) scim(request, response);
    else if (url.startsWith("/api/health")) health(request, response);
    else pages(request, response);
  });
  // Longer than the 60 s of common load balancers, so that they close an idle connection first.
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 70_000;
  server.requestTimeout = 120_000;
  return server;
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
