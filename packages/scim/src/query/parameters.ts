import { aadFlag } from "../dialects/aad-flag.ts";
import type { Deviations } from "../dialects/dialect.ts";
import { queryTail } from "../dialects/query-tail.ts";
import { invalidParameter } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";

/** The query parameters of RFC 7644 §3.4.2 and RFC 9865 §2, as text. */
export interface QueryParameters {
  readonly filter?: string;
  /** Whether the filter held a `+` that was read as a blank. */
  readonly filterHadPlus?: boolean;
  readonly sortBy?: string;
  readonly sortOrder?: string;
  readonly startIndex?: string;
  readonly count?: string;
  readonly cursor?: string;
  readonly attributes?: string;
  readonly excludedAttributes?: string;
}

type ParameterName = Exclude<keyof QueryParameters, "filterHadPlus">;

const NAMES: ReadonlyMap<string, ParameterName> = new Map(
  (
    [
      "filter",
      "sortBy",
      "sortOrder",
      "startIndex",
      "count",
      "cursor",
      "attributes",
      "excludedAttributes",
    ] as const
  ).map((name) => [name.toLowerCase(), name]),
);

/** An empty cursor asks for the first page (RFC 9865 §2); an empty filter must not list everybody. */
const MEANT_WHEN_EMPTY: ReadonlySet<ParameterName> = new Set<ParameterName>(["cursor", "filter"]);

const FEATURE_FLAGS: ReadonlySet<string> = new Set(["aadoptscim062020", "azureadscimpatch2017"]);

/**
 * Reads a query string. Unknown parameters are ignored (RFC 7644 §3.4.2), known ones are found in any case: a
 * misspelt `Filter` must not list everybody. One without a value says nothing, as if it were not there.
 * @throws Refused `invalidValue` when the percent-encoding is broken
 */
export function readQueryString(query: string, deviations: Deviations): QueryParameters {
  if (query === "") return {};
  const found: { -readonly [key in keyof QueryParameters]: QueryParameters[key] } = {};
  for (const part of query.split("&")) {
    if (part === "") continue;
    const equals = part.indexOf("=");
    const rawName = equals < 0 ? part : part.slice(0, equals);
    const folded = rawName.toLowerCase();
    const name = NAMES.get(folded);
    if (FEATURE_FLAGS.has(folded)) deviations.note(aadFlag, rawName, null);
    if (name === undefined || found[name] !== undefined) continue;
    const rawValue = equals < 0 ? "" : part.slice(equals + 1);
    if (rawValue === "" && !MEANT_WHEN_EMPTY.has(name)) continue;
    found[name] = decode(rawValue, name);
    if (name === "filter" && rawValue.includes("+")) found.filterHadPlus = true;
  }
  if (query.endsWith("&")) deviations.note(queryTail, undefined, null);
  return found;
}

function decode(text: string, name: string): string {
  try {
    const decoded = decodeURIComponent(text.replaceAll("+", " "));
    if (!decoded.includes("\0")) return decoded;
  } catch {
    throw new Refused(invalidParameter(`The query parameter "${name}" is not percent-encoded UTF-8.`));
  }
  throw new Refused(invalidParameter(`The query parameter "${name}" holds a NUL character.`));
}
