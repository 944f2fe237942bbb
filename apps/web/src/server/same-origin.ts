import { publicOrigin } from "./origin.ts";

/**
 * Whether a state-changing request comes from a page of this console. Browsers send `Origin` with every POST, PUT, PATCH
 * and DELETE, and `Sec-Fetch-Site` with every request; one that shows neither is refused too.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = headers.get("origin");
  if (origin === null) return site === "same-origin";
  return origin === publicOrigin(headers);
}
