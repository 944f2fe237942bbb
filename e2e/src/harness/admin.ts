import type { Product } from "./product.ts";

export interface Admin {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const ADA: Admin = {
  name: "Ada Lovelace",
  email: "ada@acme.test",
  password: "seven quiet otters paddle",
};
export const ORGANIZATION = "Acme";
/** The short name that set-up makes of it. */
export const TENANT = "acme";

/** Completes set-up over HTTP. Returns the session's cookies as a header value. */
export async function setUp(product: Product, admin: Admin = ADA): Promise<string> {
  const reply = await fetch(`${product.origin}/api/setup`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: product.origin },
    body: JSON.stringify({ organization: ORGANIZATION, ...admin, code: product.setupCode() }),
  });
  if (!reply.ok) throw new Error(`Set-up answered ${reply.status}: ${await reply.text()}`);
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
