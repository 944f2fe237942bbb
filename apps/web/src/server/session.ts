import { findSession, type LiveSession, type SessionView } from "@rollcall/directory/accounts/sessions";
import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { type Permission, permits } from "./permissions.ts";
import { loginPath, PATH_HEADER } from "./return-to.ts";
import { database } from "./runtime.ts";
import { openSession, sessionCookie } from "./session-cookie.ts";

/** The person who acts. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: LiveSession["user"]["role"];
  readonly sessionId: string;
}

export interface CurrentSession {
  readonly tenant: LiveSession["tenant"];
  readonly actor: Actor;
  readonly user: LiveSession["user"];
  readonly method: LiveSession["method"];
}

/** The session of the request's cookie as the database has it now; null when there is none. Read once per render. */
export const readSession = cache(async (): Promise<SessionView | null> => {
  const { name } = sessionCookie(await headers());
  const token = await openSession((await cookies()).get(name)?.value);
  return token === null ? null : findSession(database(), token.tid, token.sid);
});

/** For server components: the signed-in person, or a way through sign-in back to this address. */
export async function requireSession(): Promise<CurrentSession> {
  const session = await readSession();
  if (session?.kind === "live") return currentSession(session);
  redirect(loginPath((await headers()).get(PATH_HEADER)));
}

/** For server components: the signed-in person, who must hold the permission; else the 403 page. */
export async function requirePermission(permission: Permission): Promise<CurrentSession> {
  const session = await requireSession();
  if (!permits(session.actor.role, permission)) forbidden();
  return session;
}

export function currentSession(session: LiveSession): CurrentSession {
  const { id, name, email, role } = session.user;
  return {
    tenant: session.tenant,
    actor: { id, name, email, role, sessionId: session.id },
    user: session.user,
    method: session.method,
  };
}
