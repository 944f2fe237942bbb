import { transaction } from "@rollcall/db";
import { endSessions } from "@rollcall/directory/accounts/end-sessions";
import { type SignInRefusal, signInWithPassword } from "@rollcall/directory/accounts/password-sign-in";
import { findSession } from "@rollcall/directory/accounts/sessions";
import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { authSecret } from "./auth-secret.ts";
import { isSecureOrigin } from "./origin.ts";
import { callerOf } from "./public-route.ts";
import { database, log } from "./runtime.ts";
import { SESSION_SECONDS, sessionCookie } from "./session-cookie.ts";

declare module "next-auth" {
  interface User {
    sid: string;
    tid: string;
  }
}

const Credentials = z.object({
  tenant: z.string().max(63).optional(),
  email: z
    .string()
    .min(1)
    .max(320)
    .regex(/^[^\0]*$/),
  password: z.string().min(1).max(1024),
});

/** Carries a refusal through next-auth, which hands on nothing but an error's message. */
class SignInRefused extends Error {
  constructor(refusal: SignInRefusal) {
    super(JSON.stringify(refusal));
    this.name = "SignInRefused";
  }
}

/**
 * next-auth's settings for one request: passwords only (SSO has routes of its own), and a cookie that carries nothing
 * but a reference to the session's row.
 */
export async function authOptions(request: Request): Promise<AuthOptions> {
  const { name, options } = sessionCookie(request.headers);
  return {
    secret: await authSecret(),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: isSecureOrigin(request.headers),
    cookies: { sessionToken: { name, options } },
    pages: { signIn: "/login", error: "/auth/error" },
    providers: [passwordProvider(request)],
    callbacks: {
      jwt: ({ token, user }) => (user === undefined ? token : { sid: user.sid, tid: user.tid }),
    },
    events: { signOut: ({ token }) => endSession(token) },
    logger: {
      error: (code) => log().error({ code }, "next-auth failed"),
      warn: (code) => log().debug({ code }, "next-auth warned"),
      debug: () => undefined,
    },
  };
}

function passwordProvider(request: Request) {
  return CredentialsProvider({
    credentials: { tenant: {}, email: {}, password: {} },
    authorize: async (given) => {
      const input = Credentials.safeParse(given);
      if (!input.success) throw new SignInRefused({ code: "sign_in.wrong" });
      const result = await signInWithPassword(database(), input.data, callerOf(request));
      if (!result.ok) throw new SignInRefused(result.error);
      return { id: result.value.userId, sid: result.value.sessionId, tid: result.value.tenantId };
    },
  });
}

const Reference = z.object({ sid: z.uuid(), tid: z.uuid() });

async function endSession(token: unknown): Promise<void> {
  const reference = Reference.safeParse(token);
  if (!reference.success) return;
  const { sid, tid } = reference.data;
  const session = await findSession(database(), tid, sid);
  if (session?.kind !== "live") return;
  await transaction(database(), (client) =>
    endSessions(client, tid, session.user.id, "signed_out", { only: sid }),
  );
}
