import type { Database } from "@rollcall/db";
import { findSession, type LiveSession } from "@rollcall/directory/accounts/sessions";
import type { z } from "zod";
import { clientAddress } from "./client-address.ts";
import { ConsoleError, refusalResponse } from "./console-error.ts";
import { type Parsed, parseInput, readBody, readQuery, type Schema } from "./console-input.ts";
import { logRouteFailure } from "./log-failure.ts";
import { type Permission, permits } from "./permissions.ts";
import { cookieValue } from "./request-cookie.ts";
import { newRequestId } from "./request-id.ts";
import { database } from "./runtime.ts";
import { isSameOrigin } from "./same-origin.ts";
import { type Actor, currentSession } from "./session.ts";
import { openSession, sessionCookie } from "./session-cookie.ts";

export interface RouteSpec<P extends Schema, Q extends Schema, B extends Schema, R extends Schema> {
  readonly permission: Permission;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** The longest body, in bytes, where it is not the usual one. */
  readonly bodyLimit?: number;
  /** Without it the handler answers with a `Response` of its own, or with nothing (204). */
  readonly response?: R;
}

export interface RouteContext<P extends Schema, Q extends Schema, B extends Schema> {
  readonly db: Database;
  readonly tenant: LiveSession["tenant"];
  readonly actor: Actor;
  readonly ip: string | undefined;
  readonly requestId: string;
  readonly params: Parsed<P>;
  readonly query: Parsed<Q>;
  readonly body: Parsed<B>;
  readonly request: Request;
}

type Reply<R extends Schema> = (R extends z.ZodType ? z.input<R> : undefined) | Response;
type NextRoute = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/** A handler that still says what it takes. */
export type ConsoleRoute = NextRoute & {
  readonly spec: Readonly<Pick<RouteSpec<Schema, Schema, Schema, Schema>, "permission" | "query" | "body">>;
};

/**
 * Makes a route handler of the console API. Before `handler` runs: the request comes from this origin when it changes
 * something, the session is live in the database, the role holds the permission, and params, query and body are parsed.
 * The reply is parsed by `response`, so that nothing leaves that is not in it.
 *
 * @throws ConsoleError from `handler` becomes its refusal; anything else is logged and becomes 500 `server.error`.
 */
export function consoleRoute<
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
  R extends Schema = undefined,
>(
  spec: RouteSpec<P, Q, B, R>,
  handler: (context: RouteContext<P, Q, B>) => Promise<Reply<R>> | Reply<R>,
): ConsoleRoute {
  const route: NextRoute = async (request, { params }) => {
    const requestId = newRequestId();
    try {
      refuseForeignOrigin(request);
      const session = currentSession(await liveSession(request));
      if (!permits(session.actor.role, spec.permission)) throw notPermitted();
      const reply = await handler({
        db: database(),
        tenant: session.tenant,
        actor: session.actor,
        ip: clientAddress(request.headers),
        requestId,
        params: parseInput(spec.params, await params),
        query: parseInput(spec.query, readQuery(request)),
        body:
          spec.body === undefined
            ? parseInput(spec.body, undefined)
            : parseInput(spec.body, await readBody(request, spec.bodyLimit)),
        request,
      });
      return toResponse(spec.response, reply);
    } catch (error) {
      return failureResponse(error, request, requestId);
    }
  };
  return Object.assign(route, { spec });
}

function notPermitted(): ConsoleError {
  return new ConsoleError({
    code: "permission.missing",
    status: 403,
    message: "Your role does not allow this.",
    fix: "Ask an admin.",
  });
}

/** @throws ConsoleError 403 `origin.foreign` when a request that changes something was sent by another site. */
export function refuseForeignOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD" || isSameOrigin(request.headers)) return;
  throw new ConsoleError({
    code: "origin.foreign",
    status: 403,
    message: "This request did not come from a page of this console.",
  });
}

async function liveSession(request: Request): Promise<LiveSession> {
  const token = await openSession(cookieValue(request, sessionCookie(request.headers).name));
  const session = token === null ? null : await findSession(database(), token.tid, token.sid);
  if (session?.kind === "live") return session;
  throw new ConsoleError({
    code: session === null ? "session.missing" : `session.${session.reason}`,
    status: 401,
    message: "You are signed out.",
    fix: "Sign in again.",
  });
}

function toResponse<R extends Schema>(schema: R | undefined, reply: Reply<R>): Response {
  if (reply instanceof Response) {
    if (!reply.headers.has("cache-control")) reply.headers.set("Cache-Control", "no-store");
    return reply;
  }
  const headers = { "Cache-Control": "no-store" };
  if (schema === undefined) return new Response(null, { status: 204, headers });
  return Response.json(schema.parse(reply), { headers });
}

/** The reply to whatever a route threw; an error that is no refusal is logged and told to nobody. */
export function failureResponse(error: unknown, request: Request, requestId: string): Response {
  if (error instanceof ConsoleError) return refusalResponse(error.refusal, requestId);
  logRouteFailure(error, request, requestId);
  return refusalResponse(
    { code: "server.error", status: 500, message: "Something failed on our side. Nothing was changed." },
    requestId,
  );
}
