import type { IncomingMessage } from "node:http";
import { type OriginRules, originOf } from "../origin-of.ts";

/** What the configuration says about whom to believe. */
export type PeerRules = OriginRules;

/**
 * Who sent the request: the other end of the connection or, behind a trusted proxy, the last address in
 * `X-Forwarded-For`, which that proxy wrote itself. Earlier entries are hearsay.
 */
export function clientIp(request: IncomingMessage, rules: PeerRules): string | undefined {
  const forwarded = rules.trustProxy ? single(request.headers["x-forwarded-for"]) : undefined;
  const address = forwarded?.split(",").at(-1)?.trim() || request.socket.remoteAddress;
  return address?.startsWith("::ffff:") ? address.slice(7) : address;
}

/** The address by which the caller reaches this deployment, no slash at the end. */
export function requestOrigin(request: IncomingMessage, rules: PeerRules): string {
  return originOf((name) => single(request.headers[name]), rules);
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
  return typeof header === "string" ? header : header?.at(-1);
}
