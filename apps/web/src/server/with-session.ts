import { SESSION_SECONDS, type SessionToken, sealSession, sessionCookie } from "./session-cookie.ts";
import { serializeCookie } from "./set-cookie.ts";

/** Gives the browser that gets this response the session. */
export async function withSession(
  response: Response,
  token: SessionToken,
  headers: Headers,
): Promise<Response> {
  const { name, options } = sessionCookie(headers);
  const value = await sealSession(token);
  response.headers.append(
    "Set-Cookie",
    serializeCookie(name, value, { ...options, maxAge: SESSION_SECONDS }),
  );
  return response;
}
