import { randomBytes } from "node:crypto";
import { isSecureOrigin } from "../origin.ts";
import { cookieValue } from "../request-cookie.ts";
import { serializeCookie } from "../set-cookie.ts";

const SECONDS = 15 * 60;

/**
 * The cookie that ties a sign-in under way to the browser that started it. The answer of a SAML provider is a POST of
 * another site, with which Lax cookies do not travel; the redirect that follows it is a GET, with which they do.
 */
function name(headers: Headers): string {
  return isSecureOrigin(headers) ? "__Host-rollcall.sso" : "rollcall.sso";
}

/** The value of that cookie; undefined in a browser that has started nothing in the last quarter of an hour. */
export function readBrowser(request: Request): string | undefined {
  return cookieValue(request, name(request.headers));
}

/** A value for it: 256 random bits, base64url. */
export function newBrowser(): string {
  return randomBytes(32).toString("base64url");
}

/** Adds the cookie to a response, for 15 minutes. @returns the same response */
export function setBrowser(response: Response, request: Request, value: string): Response {
  const secure = isSecureOrigin(request.headers);
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: SECONDS } as const;
  response.headers.append("Set-Cookie", serializeCookie(name(request.headers), value, options));
  return response;
}
