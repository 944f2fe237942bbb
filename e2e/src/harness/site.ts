import type { Connection } from "@rollcall/idp-simulator";
import { connect } from "@rollcall/idp-simulator";
import { setUp } from "./admin.ts";
import { generateToken } from "./console.ts";
import { type Product, type ProductOptions, startProduct } from "./product.ts";

export interface ScimAccess {
  readonly baseUrl: string;
  readonly token: string;
}

/** A product that is set up, with SCIM on and a token. */
export interface Site {
  readonly product: Product;
  /** Cookies of the first admin's session. */
  readonly cookie: string;
  readonly scim: ScimAccess;
}

export async function openSite(options: ProductOptions = {}): Promise<Site> {
  const product = await startProduct(options);
  const cookie = await setUp(product);
  return { product, cookie, scim: await generateToken(product.origin, cookie) };
}

/** A plain SCIM connection, for requests that no identity provider would send. */
export function openScim({ baseUrl, token }: ScimAccess): Connection {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/scim+json" };
  return connect({ baseUrl, headers, sockets: 4 });
}
