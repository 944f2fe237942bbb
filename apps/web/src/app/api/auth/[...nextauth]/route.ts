import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "~/server/auth.ts";
import { failureResponse, refuseForeignOrigin } from "~/server/console-route.ts";
import { newRequestId } from "~/server/request-id.ts";
import { signInReply } from "~/server/sign-in-reply.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

/** The parts of next-auth that are in use; its own pages and its session endpoint are not. */
const SERVED = new Set(["GET csrf", "POST callback/credentials", "POST signout"]);

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const requestId = newRequestId();
  try {
    const { nextauth } = await context.params;
    if (!SERVED.has(`${request.method} ${nextauth.join("/")}`)) return new Response(null, { status: 404 });
    refuseForeignOrigin(request);
    const handler: (request: NextRequest, context: Context) => Promise<Response> = NextAuth(
      await authOptions(request),
    );
    const response = await handler(request, context);
    response.headers.set("Cache-Control", "no-store");
    return nextauth[0] === "callback" ? await signInReply(response, requestId) : response;
  } catch (error) {
    return failureResponse(error, request, requestId);
  }
}

export { handle as GET, handle as POST };
