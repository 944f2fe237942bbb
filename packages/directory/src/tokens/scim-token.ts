import { createHash, hash, randomBytes } from "node:crypto";
import { base62 } from "./base62.ts";

/** Recognised by secret scanners, and by us when only part of a token arrives. */
export const TOKEN_PREFIX = "rollcall_scim_";

/** 256 bits need 43 digits of base 62. */
const SECRET_LENGTH = 43;
const CHECKSUM_LENGTH = 6;
const BODY = new RegExp(`^[0-9A-Za-z]{${SECRET_LENGTH + CHECKSUM_LENGTH}}$`);

/**
 * What the text of a bearer token tells by itself, before any look-up.
 * `well_formed`: the checksum is right, so it was issued by a Rollcall. `truncated`: one of ours with characters
 * missing or changed. `foreign`: never one of ours.
 */
export type TokenShape = "well_formed" | "truncated" | "foreign";

/** A new token: prefix, 256 random bits in base 62, six digits of checksum. */
export function newScimToken(): string {
  const secret = base62(BigInt(`0x${randomBytes(32).toString("hex")}`), SECRET_LENGTH);
  return TOKEN_PREFIX + secret + checksum(secret);
}

/** Tells a token that was cut off while pasting from one that was never ours. */
export function classifyToken(token: string): TokenShape {
  const body = token.slice(token.lastIndexOf("_") + 1);
  const head = token.slice(0, token.length - body.length);
  if (isBody(body)) {
    if (head === TOKEN_PREFIX) return "well_formed";
    return TOKEN_PREFIX.endsWith(head) ? "truncated" : "foreign";
  }
  if (head === TOKEN_PREFIX) return "truncated";
  const startsLikeOurs = token.length >= 8 && TOKEN_PREFIX.startsWith(token);
  const lostItsStart = head.length >= 6 && TOKEN_PREFIX.endsWith(head);
  return startsLikeOurs || lostItsStart ? "truncated" : "foreign";
}

/** SHA-256 of the whole token: what is stored and looked up. The secret has 256 bits, so no salt and no stretching. */
export function hashToken(token: string): Buffer {
  return hash("sha256", token, "buffer");
}

/** The last four characters, by which people recognise a token. */
export function last4(token: string): string {
  return token.slice(-4);
}

/** 16 hex digits that name a presented token which is none of ours, without keeping it. */
export function fingerprint(token: string): string {
  return hashToken(token).toString("hex").slice(0, 16);
}

function isBody(body: string): boolean {
  if (!BODY.test(body)) return false;
  return checksum(body.slice(0, SECRET_LENGTH)) === body.slice(SECRET_LENGTH);
}

function checksum(secret: string): string {
  const digest = createHash("sha256").update(TOKEN_PREFIX).update(secret).digest();
  return base62(BigInt(digest.readUInt32BE(0)), CHECKSUM_LENGTH);
}
