import { consoleApi } from "./console.ts";
import type { Product } from "./product.ts";

export interface Newcomer {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: "admin" | "member";
}

/** Invites someone and accepts for them, over HTTP. Returns the cookies of their session as a header value. */
export async function join(product: Product, cookie: string, newcomer: Newcomer): Promise<string> {
  const { name, email, password, role } = newcomer;
  const invite = await consoleApi(product.origin, cookie, "POST", "/invites", { email, role, mail: false });
  const token = new URL(String(Reflect.get(Object(invite), "link"))).hash.slice(1);
  const reply = await fetch(`${product.origin}/api/invites/accept`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: product.origin },
    body: JSON.stringify({ token, name, password }),
  });
  if (!reply.ok) throw new Error(`Joining answered ${reply.status}: ${await reply.text()}`);
  return reply.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
}
