import { SAML, ValidateInResponseTo } from "@node-saml/node-saml";
import type { Element } from "@xmldom/xmldom";
import type { SsoIdentity } from "./identity.ts";
import { checkIssuer, readAssertion } from "./saml-assertion.ts";
import { checkStructure } from "./saml-structure.ts";
import { SsoRefused, type SsoResult } from "./sso-fault.ts";
import { ASSERTION_NS, attribute, onlyChild, parseXml, SIGNATURE_NS, textOf } from "./xml.ts";

/** Both sides of a SAML connection. */
export interface SamlParties {
  readonly idp: {
    readonly entityId: string;
    readonly ssoUrl: string;
    /** PEM; more than one while the provider rolls over to a new certificate. */
    readonly certificates: readonly string[];
  };
  /** Us: entityID (audience) and assertion consumer. */
  readonly audience: string;
  readonly acsUrl: string;
}

/** How far the two clocks may be apart. */
const SKEW_MS = 90_000;
/** Base64 of a Response; real ones are under 30 kB. Reading one that is as long as this takes half a second. */
const MAX_LENGTH = 256 * 1024;

/** The port to @node-saml/node-saml: nothing else in the product imports it. It makes requests and verifies signatures. */
function library(parties: SamlParties, requestId?: string): SAML {
  return new SAML({
    entryPoint: parties.idp.ssoUrl,
    issuer: parties.audience,
    audience: parties.audience,
    callbackUrl: parties.acsUrl,
    idpCert: [...parties.idp.certificates],
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    acceptedClockSkewMs: SKEW_MS,
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    // Requests are remembered in the database, where every replica finds them.
    validateInResponseTo: ValidateInResponseTo.never,
    ...(requestId !== undefined && { generateUniqueId: () => requestId }),
  });
}

/** The address that starts a sign-in: an AuthnRequest in the HTTP-Redirect binding. SAML Bindings §3.4. */
export function samlSignInUrl(parties: SamlParties, requestId: string): Promise<string> {
  return library(parties, requestId).getAuthorizeUrlAsync("", undefined, {});
}

/**
 * Verifies a Response of the HTTP-POST binding. Whether its request was ours, and whether it was used before, is for the
 * caller: that is in the database.
 *
 * @param samlResponse The form field `SAMLResponse`: base64.
 */
export async function readSamlResponse(
  samlResponse: string,
  parties: SamlParties,
  now: Date,
): Promise<SsoResult<SsoIdentity>> {
  try {
    const xml = decode(samlResponse);
    const { response } = checkStructure(parseXml(xml));
    checkDestination(response, parties.acsUrl);
    const issuer = onlyChild(response, ASSERTION_NS, "Issuer");
    if (issuer !== null) checkIssuer(textOf(issuer), parties.idp.entityId);
    const signedXml = await verifiedAssertion(samlResponse, parties);
    const expected = { ...parties, issuer: parties.idp.entityId, now, skewMs: SKEW_MS };
    const identity = readAssertion(signedXml, expected);
    const claimed = attribute(response, "InResponseTo");
    if (claimed !== null && claimed !== identity.inResponseTo) {
      throw new SsoRefused("request_unknown", "Response and Assertion name different requests.");
    }
    return { ok: true, value: identity };
  } catch (error) {
    if (error instanceof SsoRefused) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** The request that a Response claims to answer, believed by nobody: it only tells where a refusal belongs. */
export function claimedRequest(samlResponse: string): string | null {
  try {
    return attribute(parseXml(decode(samlResponse)).documentElement, "InResponseTo");
  } catch (error) {
    if (error instanceof SsoRefused) return null;
    throw error;
  }
}

function decode(samlResponse: string): string {
  if (samlResponse.length > MAX_LENGTH)
    throw new SsoRefused("assertion_invalid", "The Response is too large.");
  // Without its line breaks first: a pattern that allows them between the letters and at the end takes quadratic time.
  const base64 = samlResponse.replace(/\s/g, "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
    throw new SsoRefused("assertion_invalid", "The Response is not base64.");
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(base64, "base64"));
  } catch {
    throw new SsoRefused("assertion_invalid", "The Response is not UTF-8.");
  }
}

/** A signed message must say where it is going; one that is not signed may. SAML Bindings §3.5.5.2. */
function checkDestination(response: Element, acsUrl: string): void {
  const destination = attribute(response, "Destination");
  const signed = onlyChild(response, SIGNATURE_NS, "Signature") !== null;
  if (destination === acsUrl || (destination === null && !signed)) return;
  throw new SsoRefused("recipient", `The Destination is ${destination ?? "absent"}; ours is ${acsUrl}.`);
}

/** @returns The bytes of the Assertion that a configured certificate signed. */
async function verifiedAssertion(samlResponse: string, parties: SamlParties): Promise<string> {
  const { profile } = await library(parties)
    .validatePostResponseAsync({ SAMLResponse: samlResponse })
    .catch((error: unknown) => {
      throw libraryFault(error);
    });
  const xml = profile?.getAssertionXml?.();
  if (xml === undefined) throw new SsoRefused("signature", "The Response holds no signed Assertion.");
  return xml;
}

function libraryFault(error: unknown): SsoRefused {
  const message = error instanceof Error ? error.message : "unreadable";
  if (/expired|not yet valid|NotBefore|NotOnOrAfter|subject confirmation/i.test(message)) {
    return new SsoRefused("clock_skew", `${message}.`);
  }
  if (/audience/i.test(message)) return new SsoRefused("audience", `${message}.`);
  if (/signature|digest|signed/i.test(message)) {
    return new SsoRefused("signature", "No configured certificate signed this assertion as it stands.");
  }
  return new SsoRefused("assertion_invalid", `${message}.`);
}
