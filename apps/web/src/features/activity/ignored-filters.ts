import { isReasonCode } from "@rollcall/directory/explain/reason";
import { isSearchable, isSpan, viewParsers } from "./view.ts";

/** A parser of one parameter of the address, as nuqs has them. */
interface Parser {
  readonly parse: (text: string) => unknown;
}

const SHOWN = 80;

/**
 * Parts of an address that make no sense and were left out: `outcome=refused`, `cols=colour`, a name that the page does not know.
 *
 * @param more parsers of what else the page reads from its address
 */
export function ignoredFilters(
  search: Pick<URLSearchParams, "get" | "keys">,
  more: Readonly<Record<string, Parser>> = {},
): string[] {
  const parsers: Readonly<Record<string, Parser>> = { ...viewParsers, ...more };
  const meaningless = senseless(search);
  return [...new Set(search.keys())]
    .filter((name) => meaningless.includes(name) || isUnreadable(search.get(name) ?? "", parsers[name]))
    .map((name) => `${name}=${search.get(name)?.slice(0, SHOWN)}`);
}

/** Of a list, one unreadable part is enough. */
function isUnreadable(text: string, parser: Parser | undefined): boolean {
  if (text === "") return false;
  const parsed = parser?.parse(text) ?? null;
  return parsed === null || (Array.isArray(parsed) && parsed.length < text.split(",").length);
}

/** Parts that can be read and mean nothing: an unknown reason, a text that is too long, an end before the beginning. */
function senseless(search: Pick<URLSearchParams, "get">): string[] {
  const [reason, text, from, to] = ["reason", "q", "from", "to"].map((name) => search.get(name) ?? "");
  const span = [from, to].map((moment) => (moment ? viewParsers.from.parse(moment) : null));
  return [
    ...(reason && !isReasonCode(reason) ? ["reason"] : []),
    ...(text?.trim() && !isSearchable(text) ? ["q"] : []),
    ...(isSpan(span[0] ?? null, span[1] ?? null) ? [] : ["from", "to"]),
  ];
}
