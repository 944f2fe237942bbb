import type { Filter } from "../filter/ast.ts";

/** Whether a blank stands before the @, where an address has none unless it was a `+` that nobody escaped. */
function isBrokenAddress(text: string): boolean {
  const at = text.indexOf("@");
  const blank = text.indexOf(" ");
  return (
    blank >= 0 &&
    blank < at &&
    at === text.lastIndexOf("@") &&
    !text.includes(" ", at) &&
    at < text.length - 1
  );
}

/**
 * Lets an equality with an address that has a blank ask for the address with a `+` as well.
 * @returns the same filter when nothing in it is such an address
 */
export function widenAddresses(filter: Filter): Filter {
  switch (filter.kind) {
    case "compare": {
      const { operator, value } = filter;
      if (operator !== "eq" || typeof value !== "string" || !isBrokenAddress(value)) return filter;
      return { kind: "or", terms: [filter, { ...filter, value: value.replaceAll(" ", "+") }] };
    }
    case "present":
      return filter;
    case "not": {
      const term = widenAddresses(filter.term);
      return term === filter.term ? filter : { kind: "not", term };
    }
    case "element": {
      const inner = widenAddresses(filter.filter);
      return inner === filter.filter ? filter : { ...filter, filter: inner };
    }
    default: {
      const terms = filter.terms.map(widenAddresses);
      return terms.every((term, index) => term === filter.terms[index]) ? filter : { ...filter, terms };
    }
  }
}
