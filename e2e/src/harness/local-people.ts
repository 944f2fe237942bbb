import { consoleApi } from "./console.ts";
import type { Site } from "./site.ts";

export interface LocalPerson {
  readonly email: string;
  readonly name: string;
  readonly role: "member" | "admin";
}

const PASSWORD = "eleven noisy badgers dig";

/** Invites someone and accepts for them. Returns their session's cookies as a header value. */
export async function makeLocal(site: Site, { email, name, role }: LocalPerson): Promise<string> {
  const { origin } = site.product;
  const invite = await consoleApi(origin, site.cookie, "POST", "/invites", { email, role, mail: false });
  const link = new URL(String(Reflect.get(Object(invite), "link")));
  const reply = await fetch(`${origin}/api/invites/accept`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: origin },
    body: JSON.stringify({ token: link.hash.slice(1), name, password: PASSWORD }),
  });
  if (!reply.ok) throw new Error(`The invite answered ${reply.status}: ${await reply.text()}`);
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
