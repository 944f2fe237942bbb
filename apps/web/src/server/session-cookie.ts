import { SESSION_HOURS } from "@rollcall/directory/accounts/sessions";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { authSecret } from "./auth-secret.ts";
import { isSecureOrigin } from "./origin.ts";

/** What the cookie carries: which session, of which tenant. Who that is, and whether it still holds, the database says. */
const SessionToken = z.object({ sid: z.uuid(), tid: z.uuid() });
export type SessionToken = z.infer<typeof SessionToken>;

export const SESSION_SECONDS = SESSION_HOURS * 3600;

/**
 * Name and attributes of the session cookie. `__Host-` binds it to this host and to TLS; browsers refuse that prefix on
 * plain http.
 */
export function sessionCookie(headers: Headers) {
  const secure = isSecureOrigin(headers);
  return {
    name: secure ? "__Host-rollcall.session" : "rollcall.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

/** Seals a session reference into the cookie value that next-auth reads too (JWE, A256GCM). */
export async function sealSession(token: SessionToken): Promise<string> {
  return encode({ token, secret: await authSecret(), maxAge: SESSION_SECONDS });
}

/** @returns null for a value that is absent, foreign, altered or too old. */
export async function openSession(value: string | undefined): Promise<SessionToken | null> {
  if (!value) return null;
  try {
    const parsed = SessionToken.safeParse(await decode({ token: value, secret: await authSecret() }));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
