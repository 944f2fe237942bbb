import { log } from "./runtime.ts";

/** Logs what a route threw, under the id that its reply names. Path only: a query may hold what nobody should read. */
export function logRouteFailure(error: unknown, request: Request, requestId: string): void {
  const { pathname } = new URL(request.url);
  log().error({ err: error, requestId, method: request.method, path: pathname }, "console route failed");
}
