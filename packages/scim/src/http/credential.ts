import type { Credential } from "../ports.ts";

/** Reads an Authorization header. RFC 6750 §2.1; what people paste in its stead is told apart. */
export function readCredential(header: string | undefined): Credential {
  if (header === undefined) return { kind: "missing" };
  const parts = header.trim().split(/\s+/);
  const [scheme = "", ...rest] = parts;
  if (scheme === "") return { kind: "malformed", problem: "empty" };
  if (scheme.toLowerCase() !== "bearer") {
    if (rest.length > 0) return { kind: "malformed", problem: "other_scheme" };
    return { kind: "malformed", problem: "no_scheme", token: unquoted(scheme) };
  }
  return readBearer(rest);
}

function readBearer(parts: readonly string[]): Credential {
  const [token = "", ...more] = parts;
  if (token === "") return { kind: "malformed", problem: "empty" };
  if (token.toLowerCase() === "bearer") {
    const [inner] = more;
    return {
      kind: "malformed",
      problem: "doubled_bearer",
      ...(inner !== undefined && { token: unquoted(inner) }),
    };
  }
  if (more.length > 0) return { kind: "malformed", problem: "blanks", token: unquoted(parts.join("")) };
  if (unquoted(token) !== token) return { kind: "malformed", problem: "quoted", token: unquoted(token) };
  return { kind: "bearer", token };
}

const QUOTES = new Set("\"'`<>“”‘’");

function unquoted(token: string): string {
  let start = 0;
  let end = token.length;
  while (start < end && QUOTES.has(token.charAt(start))) start++;
  while (end > start && QUOTES.has(token.charAt(end - 1))) end--;
  return token.slice(start, end);
}
