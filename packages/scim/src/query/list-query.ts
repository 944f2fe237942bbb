import type { Deviations } from "../dialects/dialect.ts";
import { plusInAddress } from "../dialects/plus-in-address.ts";
import { invalidCount, invalidParameter, invalidSort } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import type { Filter } from "../filter/ast.ts";
import { parseFilter } from "../filter/parser.ts";
import type { ListQuery, PageRequest, Sort } from "../ports.ts";
import { type Names, resolveName } from "../schema/names.ts";
import { PAGE_SIZE } from "./limits.ts";
import type { QueryParameters } from "./parameters.ts";
import { widenAddresses } from "./plus-in-address.ts";

const INTEGER = /^[+-]?\d{1,15}$/;
const MAX_INDEX = 2_147_483_647;

/**
 * Reads what a list is asked for.
 * @throws Refused `invalidFilter`, `invalidPath` for `sortBy`, `invalidValue` or `invalidCount` for the rest.
 * RFC 7644 §3.4.2.2–§3.4.2.4, RFC 9865 §2.
 */
export function readListQuery(parameters: QueryParameters, names: Names, deviations: Deviations): ListQuery {
  const filter = readFilter(parameters, names, deviations);
  const sort = readSort(parameters, names, deviations);
  return {
    ...(filter && { filter }),
    ...(filter && parameters.filter !== undefined && { filterText: parameters.filter }),
    ...(sort && { sort }),
    page: readPage(parameters),
  };
}

function readFilter(parameters: QueryParameters, names: Names, deviations: Deviations): Filter | undefined {
  if (parameters.filter === undefined) return undefined;
  const parsed = parseFilter(parameters.filter, names, deviations);
  if (!parsed.ok) throw new Refused(parsed.error);
  if (!parameters.filterHadPlus) return parsed.value;
  const widened = widenAddresses(parsed.value);
  if (widened !== parsed.value) deviations.note(plusInAddress, undefined, null);
  return widened;
}

function readSort(
  { sortBy, sortOrder }: QueryParameters,
  names: Names,
  deviations: Deviations,
): Sort | undefined {
  const order = sortOrder?.toLowerCase() ?? "ascending";
  if (order !== "ascending" && order !== "descending") {
    throw new Refused(invalidParameter('"sortOrder" must be "ascending" or "descending".'));
  }
  if (sortBy === undefined || sortBy === "") return undefined;
  const named = resolveName(names, sortBy);
  if (!named || named.attribute.returned === "never") {
    throw new Refused(invalidSort(`"sortBy" names "${sortBy}", which is not an attribute here.`));
  }
  if (named.dialect) deviations.note(named.dialect, sortBy);
  const { attribute, sub, ref } = named;
  if (attribute.type !== "complex" || sub) return { attribute: ref, order };
  const value = attribute.subAttributes.find((candidate) => candidate.name === "value");
  if (!value) throw new Refused(invalidSort(`"sortBy" names "${sortBy}": name one of its sub-attributes.`));
  const { name, type, multiValued, caseExact } = value;
  return { attribute: { ...ref, sub: { name, type, multiValued, caseExact } }, order };
}

function readPage({ cursor, startIndex, count }: QueryParameters): PageRequest {
  if (cursor !== undefined) {
    if (startIndex !== undefined) {
      throw new Refused(invalidParameter('"cursor" and "startIndex" exclude each other.'));
    }
    return { kind: "cursor", cursor, count: readCursorCount(count) };
  }
  const index = startIndex === undefined ? 1 : readInteger("startIndex", startIndex);
  const wanted = count === undefined ? PAGE_SIZE.default : readInteger("count", count);
  return {
    kind: "index",
    startIndex: Math.min(Math.max(index, 1), MAX_INDEX),
    count: Math.min(Math.max(wanted, 0), PAGE_SIZE.max),
  };
}

function readCursorCount(count: string | undefined): number {
  if (count === undefined) return PAGE_SIZE.default;
  const wanted = INTEGER.test(count) ? Number(count) : Number.NaN;
  if (!(wanted > 0))
    throw new Refused(invalidCount('With a cursor, "count" must be a whole number above 0.'));
  return Math.min(wanted, PAGE_SIZE.max);
}

function readInteger(name: string, text: string): number {
  if (!INTEGER.test(text)) throw new Refused(invalidParameter(`"${name}" must be a whole number.`));
  return Number(text);
}
