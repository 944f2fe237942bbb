/**
 * The address of the client, as the server in front of the routes put it into `X-Forwarded-For`: the last entry is the
 * one that our own server or the proxy next to it wrote, earlier ones are hearsay.
 */
export function clientAddress(headers: Headers): string | undefined {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || undefined;
}
