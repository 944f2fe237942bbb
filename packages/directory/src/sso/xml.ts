import { DOMParser, type Document, type Element, type Node } from "@xmldom/xmldom";
import { SsoRefused } from "./sso-fault.ts";

export const ASSERTION_NS = "urn:oasis:names:tc:SAML:2.0:assertion";
export const PROTOCOL_NS = "urn:oasis:names:tc:SAML:2.0:protocol";
export const METADATA_NS = "urn:oasis:names:tc:SAML:2.0:metadata";
export const SIGNATURE_NS = "http://www.w3.org/2000/09/xmldsig#";

const ELEMENT = 1;
const PROCESSING_INSTRUCTION = 7;
const COMMENT = 8;

/**
 * Parses XML that a stranger may have written. A document type is refused before the parser sees it, so there are no
 * entities to expand or to fetch; comments and processing instructions are refused, because they can split a NameID
 * (CVE-2017-11427 and its kin).
 *
 * @throws SsoRefused `assertion_invalid`
 */
export function parseXml(xml: string): Document {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) refuse("A document type declaration is not allowed.");
  if (xml.includes("\0")) refuse("The document has a NUL character.");
  const document = parse(xml);
  for (const node of everyNode(document)) {
    if (node.nodeType === COMMENT) refuse("Comments are not allowed.");
    if (node.nodeType === PROCESSING_INSTRUCTION && node.parentNode !== document) {
      refuse("Processing instructions are not allowed.");
    }
  }
  return document;
}

function parse(xml: string): Document {
  try {
    const onError = (level: string, message: string) => {
      throw new Error(`${level}: ${message}`);
    };
    return new DOMParser({ onError }).parseFromString(xml, "text/xml");
  } catch {
    return refuse("The document is no well-formed XML.");
  }
}

function refuse(detail: string): never {
  throw new SsoRefused("assertion_invalid", detail);
}

function* everyNode(node: Node): Generator<Node> {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    yield child;
    yield* everyNode(child);
  }
}

export function isElement(node: Node | null): node is Element {
  return node !== null && node.nodeType === ELEMENT;
}

/** Every element at or below `root`. */
export function everyElement(root: Node): Element[] {
  return [...everyNode(root)].filter(isElement);
}

/** Child elements of one name. */
export function childrenNamed(parent: Node, namespace: string, name: string): Element[] {
  const children: Element[] = [];
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
    if (isElement(child) && child.localName === name && child.namespaceURI === namespace)
      children.push(child);
  }
  return children;
}

/** The one child of that name; null when there is none. Two are refused: which of them counts would be a guess. */
export function onlyChild(parent: Node, namespace: string, name: string): Element | null {
  const children = childrenNamed(parent, namespace, name);
  if (children.length > 1) refuse(`There is more than one ${name}.`);
  return children[0] ?? null;
}

export function textOf(element: Element | null): string {
  return element?.textContent?.trim() ?? "";
}

/** An attribute, null when it is absent or empty. */
export function attribute(element: Element | null, name: string): string | null {
  return element?.getAttribute(name) || null;
}
