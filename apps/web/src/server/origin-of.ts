/** What the configuration says about the address of this deployment. */
export interface OriginRules {
  /** `ROLLCALL_URL`. */
  readonly publicUrl: string | undefined;
  /** `TRUST_PROXY`. */
  readonly trustProxy: boolean;
  readonly port: number;
}

const HOST = /^[a-z0-9._-]+(?::\d{1,5})?$|^\[[0-9a-f:.]+\](?::\d{1,5})?$/;

/**
 * The address by which a caller reaches this deployment, no slash at the end: `ROLLCALL_URL`, else what a trusted proxy
 * says, else the request's own Host. Of a header with several entries the last counts, which the nearest proxy wrote.
 *
 * @param header reads a header by its lower-case name
 */
export function originOf(header: (name: string) => string | undefined, rules: OriginRules): string {
  if (rules.publicUrl) return rules.publicUrl;
  const forwarded = (name: string) => (rules.trustProxy ? lastOf(header(`x-forwarded-${name}`)) : undefined);
  const scheme = forwarded("proto") === "https" ? "https" : "http";
  const host = (forwarded("host") ?? header("host") ?? "").toLowerCase();
  return `${scheme}://${HOST.test(host) ? host : `localhost:${rules.port}`}`;
}

function lastOf(header: string | undefined): string | undefined {
  return header?.split(",").at(-1)?.trim() || undefined;
}
