import type { Element } from "@xmldom/xmldom";
import { normalizeCertificate } from "./certificate.ts";
import type { SamlParties } from "./saml.ts";
import { SsoRefused } from "./sso-fault.ts";
import {
  attribute,
  childrenNamed,
  everyElement,
  METADATA_NS,
  parseXml,
  SIGNATURE_NS,
  textOf,
} from "./xml.ts";

export type SamlProvider = SamlParties["idp"];

export type MetadataResult =
  | { readonly ok: true; readonly value: SamlProvider }
  | { readonly ok: false; readonly problem: string };

const REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

/** Reads an identity provider's metadata: entityID, HTTP-Redirect sign-in address, signing certificates. SAML Metadata §2.4. */
export function readMetadata(xml: string): MetadataResult {
  try {
    return { ok: true, value: read(xml) };
  } catch (error) {
    if (error instanceof SsoRefused) return { ok: false, problem: error.message };
    throw error;
  }
}

function read(xml: string): SamlProvider {
  const providers = everyElement(parseXml(xml.trim().replace(/^\uFEFF/, ""))).filter(
    (element) => element.localName === "IDPSSODescriptor" && element.namespaceURI === METADATA_NS,
  );
  const [provider] = providers;
  if (provider === undefined) throw problem("This is no metadata of an identity provider.");
  if (providers.length > 1) throw problem("The metadata describes more than one identity provider.");
  const entity = provider.parentNode;
  const entityId = entity === null ? null : entityIdOf(provider);
  if (entityId === null) throw problem("The metadata has no entityID.");
  return { entityId, ssoUrl: signInAddress(provider), certificates: signingCertificates(provider) };
}

function entityIdOf(provider: Element): string | null {
  const entity = everyElement(provider.ownerDocument ?? provider).find(
    (element) => element === provider.parentNode,
  );
  return attribute(entity ?? null, "entityID");
}

function signInAddress(provider: Element): string {
  const services = childrenNamed(provider, METADATA_NS, "SingleSignOnService");
  const redirect = services.find((service) => attribute(service, "Binding") === REDIRECT);
  const location = attribute(redirect ?? null, "Location");
  if (location === null || !isWebAddress(location)) {
    throw problem("The metadata has no sign-in address for the HTTP-Redirect binding.");
  }
  return location;
}

function signingCertificates(provider: Element): string[] {
  const keys = childrenNamed(provider, METADATA_NS, "KeyDescriptor").filter(
    (key) => (attribute(key, "use") ?? "signing") === "signing",
  );
  const texts = keys.flatMap((key) =>
    everyElement(key)
      .filter((element) => element.localName === "X509Certificate" && element.namespaceURI === SIGNATURE_NS)
      .map(textOf),
  );
  const certificates = [...new Set(texts.map(normalizeCertificate).filter((pem) => pem !== null))];
  if (certificates.length === 0) throw problem("The metadata has no signing certificate.");
  return certificates;
}

/** Whether a text is an absolute http or https address. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function problem(detail: string): SsoRefused {
  return new SsoRefused("assertion_invalid", detail);
}
