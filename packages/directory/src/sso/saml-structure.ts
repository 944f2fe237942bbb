import type { Document, Element } from "@xmldom/xmldom";
import { SsoRefused } from "./sso-fault.ts";
import {
  ASSERTION_NS,
  attribute,
  childrenNamed,
  everyElement,
  onlyChild,
  PROTOCOL_NS,
  SIGNATURE_NS,
} from "./xml.ts";

const SIGNATURE_ALGORITHMS = new Set([
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
]);
const DIGESTS = new Set([
  "http://www.w3.org/2001/04/xmlenc#sha256",
  "http://www.w3.org/2001/04/xmldsig-more#sha384",
  "http://www.w3.org/2001/04/xmlenc#sha512",
]);
const EXCLUSIVE_C14N = [
  "http://www.w3.org/2001/10/xml-exc-c14n#",
  "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
];
const TRANSFORMS = new Set([...EXCLUSIVE_C14N, "http://www.w3.org/2000/09/xmldsig#enveloped-signature"]);

/**
 * Checks the shape of a Response before any signature is: one Response, one Assertion as its child, a Signature only as
 * a child of either and over its own parent, every ID once. Each of the eight published wrapping attacks (XSW1 to XSW8)
 * needs a second Response, a second Assertion, or a Signature elsewhere. Only RSA with SHA-2 is accepted: SHA-1, a shared
 * key and elliptic curves are refused by name.
 *
 * @see https://www.usenix.org/conference/usenixsecurity12/technical-sessions/presentation/somorovsky
 * @returns The Response and its Assertion; neither is trusted yet.
 * @throws SsoRefused
 */
export function checkStructure(document: Document): { response: Element; assertion: Element } {
  const response = document.documentElement;
  if (response === null || response.localName !== "Response" || response.namespaceURI !== PROTOCOL_NS) {
    throw new SsoRefused("assertion_invalid", "The document is no SAML 2.0 Response.");
  }
  const elements = everyElement(document);
  checkStatus(response);
  if (elements.some((element) => element.localName === "EncryptedAssertion")) {
    throw new SsoRefused("assertion_invalid", "Encrypted assertions are not supported. Turn encryption off.");
  }
  const assertion = onlyAssertion(response, elements);
  checkIds(elements);
  const signatures = elements.filter((element) => element.localName === "Signature");
  for (const signature of signatures) checkSignature(signature, [response, assertion]);
  if (childrenNamed(assertion, SIGNATURE_NS, "Signature").length !== 1) {
    throw new SsoRefused(
      "signature",
      "The assertion is not signed. Sign the assertion, not only the response.",
    );
  }
  return { response, assertion };
}

function checkStatus(response: Element): void {
  const status = onlyChild(response, PROTOCOL_NS, "Status");
  const code = status && onlyChild(status, PROTOCOL_NS, "StatusCode");
  const value = attribute(code, "Value");
  if (value === "urn:oasis:names:tc:SAML:2.0:status:Success") return;
  const inner = code && attribute(onlyChild(code, PROTOCOL_NS, "StatusCode"), "Value");
  const message = status && onlyChild(status, PROTOCOL_NS, "StatusMessage")?.textContent;
  const parts = [inner ?? value ?? "no status", message].filter(Boolean);
  throw new SsoRefused("idp_refused", `The identity provider answered ${parts.join(": ")}.`);
}

function onlyAssertion(response: Element, elements: readonly Element[]): Element {
  const responses = elements.filter((element) => element.localName === "Response");
  const assertions = elements.filter((element) => element.localName === "Assertion");
  const [assertion] = assertions;
  if (responses.length !== 1 || assertions.length > 1) {
    throw new SsoRefused("signature", "There is more than one Response or Assertion: signature wrapping.");
  }
  if (assertion === undefined) throw new SsoRefused("assertion_invalid", "There is no Assertion.");
  if (assertion.parentNode !== response || assertion.namespaceURI !== ASSERTION_NS) {
    throw new SsoRefused("signature", "The Assertion is not a child of the Response: signature wrapping.");
  }
  return assertion;
}

function checkIds(elements: readonly Element[]): void {
  const seen = new Set<string>();
  for (const element of elements) {
    for (const name of ["ID", "Id", "id"]) {
      const id = attribute(element, name);
      if (id === null) continue;
      if (seen.has(id))
        throw new SsoRefused("signature", "An ID stands on two elements: signature wrapping.");
      seen.add(id);
    }
  }
}

function checkSignature(signature: Element, parents: readonly Element[]): void {
  const parent = parents.find((candidate) => candidate === signature.parentNode);
  if (parent === undefined || signature.namespaceURI !== SIGNATURE_NS) {
    throw new SsoRefused("signature", "A Signature stands where none belongs: signature wrapping.");
  }
  const info = onlyChild(signature, SIGNATURE_NS, "SignedInfo");
  const reference = info && onlyChild(info, SIGNATURE_NS, "Reference");
  if (info === null || reference === null || childrenNamed(signature, SIGNATURE_NS, "Object").length > 0) {
    throw new SsoRefused("signature", "The Signature must hold one Reference and no Object.");
  }
  if (attribute(reference, "URI") !== `#${attribute(parent, "ID") ?? ""}`) {
    throw new SsoRefused("signature", "The Signature is over another element than its parent.");
  }
  allow(SIGNATURE_ALGORITHMS, onlyChild(info, SIGNATURE_NS, "SignatureMethod"), "Sign with RSA-SHA256.");
  allow(new Set(EXCLUSIVE_C14N), onlyChild(info, SIGNATURE_NS, "CanonicalizationMethod"));
  allow(DIGESTS, onlyChild(reference, SIGNATURE_NS, "DigestMethod"), "Use SHA-256 as the digest.");
  const transforms = onlyChild(reference, SIGNATURE_NS, "Transforms");
  for (const transform of transforms ? childrenNamed(transforms, SIGNATURE_NS, "Transform") : []) {
    allow(TRANSFORMS, transform);
  }
}

function allow(algorithms: ReadonlySet<string>, element: Element | null, advice?: string): void {
  const algorithm = attribute(element, "Algorithm") ?? "none";
  if (algorithms.has(algorithm)) return;
  const said = [`The algorithm ${algorithm} is not accepted.`, advice].filter(Boolean);
  throw new SsoRefused("weak_algorithm", said.join(" "));
}
