import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { refusalResponse } from "./server/console-error.ts";
import { newRequestId } from "./server/request-id.ts";
import { PATH_HEADER } from "./server/return-to.ts";
import { isSameOrigin } from "./server/same-origin.ts";
import { apiPolicy, NONCE_HEADER, pagePolicy, transportHeaders } from "./server/security-headers.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** The one place where another site may post to: a SAML response comes from the identity provider's origin. */
const ASSERTION_CONSUMER = /^\/api\/sso\/[a-z0-9-]+\/saml\/acs$/;

/**
 * In front of every page and every console route: refuses state-changing requests of other sites, gives each page a
 * nonce for its scripts, and tells server components the address they render.
 */
export function proxy(request: NextRequest): Response {
  const { pathname, search } = request.nextUrl;
  const isApi = pathname.startsWith("/api/");
  if (!SAFE.has(request.method) && !ASSERTION_CONSUMER.test(pathname) && !isSameOrigin(request.headers)) {
    return secured(foreign(), request, apiPolicy());
  }
  if (isApi) return secured(NextResponse.next(), request, apiPolicy());
  const nonce = randomBytes(16).toString("base64");
  const policy = pagePolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set(NONCE_HEADER, nonce);
  headers.set(PATH_HEADER, `${pathname}${search}`);
  headers.set("Content-Security-Policy", policy);
  return secured(NextResponse.next({ request: { headers } }), request, policy);
}

function foreign(): Response {
  return refusalResponse(
    {
      code: "origin.foreign",
      status: 403,
      message: "This request did not come from a page of this console.",
    },
    newRequestId(),
  );
}

function secured(response: Response, request: NextRequest, policy: string): Response {
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of transportHeaders(request.headers)) response.headers.set(name, value);
  return response;
}

// Whatever is left out here is answered without a policy: files of the build, and SCIM, which server.ts answers itself.
export const config = {
  matcher: ["/((?!api/scim/|_next/static/).*)"],
};
