import type { Filter } from "../filter/ast.ts";

/** A blank before the @, where an address has none unless it was a `+` that nobody escaped. */
const BLANK_IN_ADDRESS = /^[^@]* [^@]*@[^@ ]+$/;

/**
 * Lets an equality with an address that has a blank ask for the address with a `+` as well.
 * @returns the same filter when nothing in it is such an address
 */
export function widenAddresses(filter: Filter): Filter {
  switch (filter.kind) {
    case "compare": {
      const { operator, value } = filter;
      if (operator !== "eq" || typeof value !== "string" || !BLANK_IN_ADDRESS.test(value)) return filter;
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
