import { DOMParser, type Document, type Element, type Node } from "@xmldom/xmldom";
import { SsoRefused } from "./sso-fault.ts";

export const ASSERTION_NS = "urn:oasis:names:tc:SAML:2.0:assertion";
export const PROTOCOL_NS = "urn:oasis:names:tc:SAML:2.0:protocol";
export const METADATA_NS = "urn:oasis:names:tc:SAML:2.0:metadata";
export const SIGNATURE_NS = "http://www.w3.org/2000/09/xmldsig#";

const ELEMENT = 1;
const PROCESSING_INSTRUCTION = 7;
const COMMENT = 8;

/** Levels below the root. A Response has some ten, metadata fewer. */
const MAX_DEPTH = 64;

/**
 * Parses XML that a stranger may have written. A document type is refused before the parser sees it, so there are no
 * entities to expand or to fetch; comments and processing instructions are refused, because they can split a NameID
 * (CVE-2017-11427 and its kin). What is nested deeper than any answer or metadata is refused too: whoever walks it
 * later calls itself once for each level.
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

/** Every node below `root`, in document order. Goes along, and does not call itself: the depth is a stranger's choice. */
function* everyNode(root: Node): Generator<Node> {
  let node = root.firstChild;
  for (let depth = 0; node !== null; ) {
    yield node;
    if (node.firstChild !== null) {
      if (++depth > MAX_DEPTH) refuse("The document is nested too deeply.");
      node = node.firstChild;
      continue;
    }
    let last: Node | null = node;
    while (last !== null && last !== root && last.nextSibling === null) {
      last = last.parentNode;
      depth--;
    }
    node = last === root ? null : (last?.nextSibling ?? null);
  }
}

/** Whether a node is an element. */
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

/** The text of an element and of all below it, without blanks at its ends; empty for none. */
export function textOf(element: Element | null): string {
  return element?.textContent?.trim() ?? "";
}

/** An attribute, null when it is absent or empty. */
export function attribute(element: Element | null, name: string): string | null {
  return element?.getAttribute(name) || null;
}
