import type { Database } from "@rollcall/db";
import type { Caller } from "@rollcall/directory/accounts/setup";
import { clientAddress } from "./client-address.ts";
import { type Parsed, parseInput, readBody, type Schema } from "./console-input.ts";
import { failureResponse, refuseForeignOrigin } from "./console-route.ts";
import { newRequestId } from "./request-id.ts";
import { database } from "./runtime.ts";

export interface PublicContext<B extends Schema> {
  readonly db: Database;
  readonly caller: Caller;
  readonly body: Parsed<B>;
  readonly request: Request;
}

/**
 * A route for people who are not signed in yet: set-up, invites. The request must come from this origin, and failures
 * are told as the console API tells them.
 */
export function publicRoute<B extends Schema = undefined>(
  spec: { readonly body?: B },
  handler: (context: PublicContext<B>) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const requestId = newRequestId();
    try {
      refuseForeignOrigin(request);
      const input = spec.body === undefined ? undefined : await readBody(request);
      const response = await handler({
        db: database(),
        caller: callerOf(request),
        body: parseInput(spec.body, input),
        request,
      });
      response.headers.set("Cache-Control", "no-store");
      return response;
    } catch (error) {
      return failureResponse(error, request, requestId);
    }
  };
}

export function callerOf(request: Request): Caller {
  return {
    ip: clientAddress(request.headers),
    userAgent: request.headers.get("user-agent") ?? undefined,
  };
}
