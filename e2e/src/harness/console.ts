import { TENANT } from "./admin.ts";
import type { ScimAccess } from "./site.ts";

/** A request to the console's API, as a signed-in browser of this origin would send it. */
export async function consoleApi(
  origin: string,
  cookie: string,
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: object,
): Promise<unknown> {
  const reply = await fetch(`${origin}/api/console${path}`, {
    method,
    headers: { Cookie: cookie, Origin: origin, ...(body ? { "Content-Type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${text}`);
  return text === "" ? undefined : JSON.parse(text);
}

/** Turns SCIM on and makes the first token. */
export async function generateToken(origin: string, cookie: string): Promise<ScimAccess> {
  await consoleApi(origin, cookie, "PUT", "/provisioning/enabled", { enabled: true });
  return access(origin, await consoleApi(origin, cookie, "POST", "/provisioning/token"));
}

/** Makes a new token, which retires the one before at once. */
export async function regenerateToken(origin: string, cookie: string): Promise<ScimAccess> {
  return access(origin, await consoleApi(origin, cookie, "POST", "/provisioning/token/regenerate", {}));
}

function access(origin: string, reply: unknown): ScimAccess {
  if (typeof reply !== "object" || reply === null || !("token" in reply)) {
    throw new Error("The reply has no token");
  }
  return { baseUrl: `${origin}/api/scim/${TENANT}/v2`, token: String(reply.token) };
}
