import type { IncomingMessage } from "node:http";

/** What the configuration says about whom to believe. */
export interface PeerRules {
  /** `ROLLCALL_URL`. */
  readonly publicUrl: string | undefined;
  /** `TRUST_PROXY`. */
  readonly trustProxy: boolean;
  readonly port: number;
}

const HOST = /^[A-Za-z0-9._-]+(?::\d{1,5})?$|^\[[0-9A-Fa-f:.]+\](?::\d{1,5})?$/;

/**
 * Who sent the request: the other end of the connection or, behind a trusted proxy, the last address in
 * `X-Forwarded-For`, which that proxy wrote itself. Earlier entries are hearsay.
 */
export function clientIp(request: IncomingMessage, rules: PeerRules): string | undefined {
  const forwarded = rules.trustProxy ? single(request.headers["x-forwarded-for"]) : undefined;
  const address = forwarded?.split(",").at(-1)?.trim() || request.socket.remoteAddress;
  return address?.startsWith("::ffff:") ? address.slice(7) : address;
}

/**
 * The address by which the caller reaches this deployment, no slash at the end: `ROLLCALL_URL`, else what a trusted
 * proxy says, else the request's own Host.
 */
export function requestOrigin(request: IncomingMessage, rules: PeerRules): string {
  if (rules.publicUrl) return rules.publicUrl;
  const proto = rules.trustProxy ? single(request.headers["x-forwarded-proto"]) : undefined;
  const forwardedHost = rules.trustProxy ? single(request.headers["x-forwarded-host"]) : undefined;
  const host = forwardedHost ?? request.headers.host ?? "";
  const scheme = proto?.trim() === "https" ? "https" : "http";
  return `${scheme}://${HOST.test(host) ? host.toLowerCase() : `localhost:${rules.port}`}`;
}

/** Rewrites the forwarding headers so that whatever reads them later may believe them. */
export function settleForwardedHeaders(request: IncomingMessage, rules: PeerRules): void {
  const ip = clientIp(request, rules);
  if (ip) request.headers["x-forwarded-for"] = ip;
  if (rules.trustProxy) return;
  delete request.headers["x-forwarded-proto"];
  delete request.headers["x-forwarded-host"];
  delete request.headers["x-forwarded-port"];
  delete request.headers.forwarded;
}

function single(header: string | string[] | undefined): string | undefined {
  return typeof header === "string" ? header : header?.[0];
}
