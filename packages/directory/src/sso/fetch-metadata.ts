import { type LookupAddress, lookup } from "node:dns";
import { once } from "node:events";
import { get as getPlain, type IncomingMessage } from "node:http";
import { get as getOverTls } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";

export type FetchResult =
  | { readonly ok: true; readonly xml: string }
  | { readonly ok: false; readonly problem: string };

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 2 * 1024 * 1024;

/** Where cloud machines keep their credentials: link-local addresses, and two of the same kind that are not. */
const FORBIDDEN = new BlockList();
FORBIDDEN.addSubnet("169.254.0.0", 16, "ipv4");
FORBIDDEN.addSubnet("fe80::", 10, "ipv6");
FORBIDDEN.addAddress("fd00:ec2::254", "ipv6");
FORBIDDEN.addAddress("100.100.100.200", "ipv4");

/** The name leads, or led at this very moment, to an address that is not asked. */
class ForbiddenAddress extends Error {}

/**
 * Fetches metadata from an address that an admin gave. Redirects are not followed, and addresses of credentials are not
 * asked, whatever name leads to them: what is checked is what is connected to. Private networks are asked: identity
 * providers live there.
 *
 * @param resolve finds the addresses of a name
 */
export async function fetchMetadata(address: string, resolve: LookupFunction = lookup): Promise<FetchResult> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "") {
    return { ok: false, problem: "This is no web address." };
  }
  try {
    // A connection to a numeric address looks nothing up.
    const host = url.hostname.replace(/^\[|\]$/g, "");
    if (isIP(host) !== 0 && isForbidden(host)) throw new ForbiddenAddress();
    const get = url.protocol === "https:" ? getOverTls : getPlain;
    const request = get(url, {
      lookup: guarded(resolve),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      agent: false,
    });
    const [response]: IncomingMessage[] = await once(request, "response");
    if (response?.statusCode !== 200) {
      request.destroy();
      return { ok: false, problem: `The address answered ${response?.statusCode}.` };
    }
    return await readLimited(response);
  } catch (error) {
    const forbidden = error instanceof ForbiddenAddress;
    return {
      ok: false,
      problem: forbidden ? "This address is not allowed." : "Nothing could be read from this address.",
    };
  }
}

function isForbidden(address: string): boolean {
  return FORBIDDEN.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

function guarded(resolve: LookupFunction): LookupFunction {
  return (hostname, options, done) =>
    resolve(hostname, options, (error, found: string | LookupAddress[], family) => {
      const addresses = typeof found === "string" ? [found] : (found ?? []).map(({ address }) => address);
      done(error ?? (addresses.some(isForbidden) ? new ForbiddenAddress() : null), found, family);
    });
}

async function readLimited(response: IncomingMessage): Promise<FetchResult> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    size += chunk.length;
    if (size > MAX_BYTES) return { ok: false, problem: "The document is larger than 2 MiB." };
    chunks.push(chunk);
  }
  return { ok: true, xml: Buffer.concat(chunks).toString("utf8") };
}
