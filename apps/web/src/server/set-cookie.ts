export interface CookieOptions {
  readonly httpOnly: boolean;
  readonly sameSite: "lax" | "strict";
  readonly path: string;
  readonly secure: boolean;
  /** Seconds; 0 removes the cookie. */
  readonly maxAge: number;
}

/** A `Set-Cookie` value (RFC 6265 §4.1). Name and value must be made of cookie characters already. */
export function serializeCookie(name: string, value: string, options: CookieOptions): string {
  const parts = [`${name}=${value}`, `Path=${options.path}`, `Max-Age=${options.maxAge}`];
  if (options.httpOnly) parts.push("HttpOnly");
  if (options.secure) parts.push("Secure");
  parts.push(options.sameSite === "lax" ? "SameSite=Lax" : "SameSite=Strict");
  return parts.join("; ");
}
