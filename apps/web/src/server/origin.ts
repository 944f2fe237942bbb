import { env } from "./runtime.ts";

/**
 * The address that browsers use, no slash at the end: `ROLLCALL_URL`, else the host that the request names. The scheme
 * is believed from `X-Forwarded-Proto` only when `TRUST_PROXY` says that a proxy sets it.
 */
export function publicOrigin(headers: Headers): string {
  const { ROLLCALL_URL, TRUST_PROXY, PORT } = env();
  if (ROLLCALL_URL) return ROLLCALL_URL;
  const forwarded = TRUST_PROXY ? headers : new Headers();
  const scheme = forwarded.get("x-forwarded-proto") === "https" ? "https" : "http";
  const host = forwarded.get("x-forwarded-host") ?? headers.get("host") ?? `localhost:${PORT}`;
  return `${scheme}://${host.toLowerCase()}`;
}

/** Cookies are Secure, carry the `__Host-` prefix, and HSTS is sent when it is https. */
export function isSecureOrigin(headers: Headers): boolean {
  return publicOrigin(headers).startsWith("https://");
}
