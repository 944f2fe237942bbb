import type { AttributeRef, Filter } from "./ast.ts";

/**
 * Writes a filter in the RFC's own grammar, in one spelling: parsing the text again gives the same tree.
 * @see RFC 7644 §3.4.2.2
 */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case "compare":
      return `${printName(filter.attribute)} ${filter.operator} ${JSON.stringify(filter.value)}`;
    case "present":
      return `${printName(filter.attribute)} pr`;
    case "not":
      return `not (${printFilter(filter.term)})`;
    case "element":
      return `${printName(filter.attribute)}[${printFilter(filter.filter)}]`;
    default:
      return filter.terms.map(printTerm).join(` ${filter.kind} `);
  }
}

/** The full name of an attribute: extension URN, name, sub-attribute. RFC 7644 §3.10. */
export function printName(attribute: AttributeRef): string {
  const owner = attribute.extension === undefined ? "" : `${attribute.extension}:`;
  const sub = attribute.sub ? `.${attribute.sub.name}` : "";
  return `${owner}${attribute.name}${sub}`;
}

function printTerm(term: Filter): string {
  const text = printFilter(term);
  return term.kind === "and" || term.kind === "or" ? `(${text})` : text;
}
