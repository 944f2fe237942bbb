import { originOf } from "./origin-of.ts";
import { env } from "./runtime.ts";

/** The address that browsers use, no slash at the end. */
export function publicOrigin(headers: Headers): string {
  const { ROLLCALL_URL: publicUrl, TRUST_PROXY: trustProxy, PORT: port } = env();
  return originOf((name) => headers.get(name) ?? undefined, { publicUrl, trustProxy, port });
}

/** Cookies are Secure, carry the `__Host-` prefix, and HSTS is sent when it is https. */
export function isSecureOrigin(headers: Headers): boolean {
  return publicOrigin(headers).startsWith("https://");
}
