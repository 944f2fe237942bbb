import { lookup } from "node:dns/promises";

export type FetchResult =
  | { readonly ok: true; readonly xml: string }
  | { readonly ok: false; readonly problem: string };

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * Fetches metadata from an address that an admin gave. Redirects are not followed, and link-local addresses, where
 * cloud machines keep their credentials, are not asked. Private networks are: identity providers live there.
 */
export async function fetchMetadata(address: string): Promise<FetchResult> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "") {
    return { ok: false, problem: "This is no web address." };
  }
  try {
    if (await isLinkLocal(url.hostname)) return { ok: false, problem: "This address is not allowed." };
    const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) return { ok: false, problem: `The address answered ${response.status}.` };
    return await readLimited(response);
  } catch {
    return { ok: false, problem: "Nothing could be read from this address." };
  }
}

async function isLinkLocal(hostname: string): Promise<boolean> {
  const addresses = await lookup(hostname.replace(/^\[|\]$/g, ""), { all: true });
  return addresses.some(({ address }) => /^(::ffff:)?169\.254\.|^fe[89ab]|^fd00:ec2:/i.test(address));
}

async function readLimited(response: Response): Promise<FetchResult> {
  const decoder = new TextDecoder();
  let size = 0;
  let xml = "";
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) return { ok: false, problem: "The document is larger than 2 MiB." };
    xml += decoder.decode(chunk, { stream: true });
  }
  return { ok: true, xml: xml + decoder.decode() };
}
