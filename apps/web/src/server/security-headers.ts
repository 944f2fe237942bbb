import { isSecureOrigin } from "./origin.ts";

/** Header in which the proxy hands the nonce of a page to what renders it. */
export const NONCE_HEADER = "x-nonce";

/**
 * The policy of a page: scripts only with the nonce or loaded by such a one; nothing from elsewhere; no frame around
 * it. Inline style attributes are allowed, because components position layers with them; inline scripts are not.
 */
export function pagePolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The policy of data: if a browser ever renders a reply as a page, it can do nothing. */
export function apiPolicy(): string {
  return "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
}

const YEAR_SECONDS = 31_536_000;

/** Headers that every reply carries. HSTS only over TLS, where browsers heed it. */
export function transportHeaders(request: Headers): [string, string][] {
  const headers: [string, string][] = [
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "same-origin"],
    ["X-Frame-Options", "DENY"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Permissions-Policy", "camera=(), microphone=(), geolocation=()"],
  ];
  if (isSecureOrigin(request)) {
    headers.push(["Strict-Transport-Security", `max-age=${YEAR_SECONDS}; includeSubDomains`]);
  }
  return headers;
}
