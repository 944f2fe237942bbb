import type { Deviations } from "../dialects/dialect.ts";
import { invalidPath } from "../errors/refusals.ts";
import { attempt, Refused } from "../errors/refused.ts";
import type { Filter } from "../filter/ast.ts";
import { Lexer } from "../filter/lexer.ts";
import { FILTER_LIMITS } from "../filter/limits.ts";
import { FilterParser } from "../filter/parser.ts";
import type { Attribute } from "../schema/attribute.ts";
import { elementNames, resolveName } from "../schema/names.ts";
import type { ResourceType } from "../schema/resource-type.ts";

/** Where a PATCH operation works: `attrPath / valuePath [subAttr]`. RFC 7644 §3.5.2. */
export interface PatchPath {
  readonly extension?: string;
  readonly attribute: Attribute;
  /** Which elements: `emails[type eq "work"]`. */
  readonly filter?: Filter;
  readonly sub?: Attribute;
}

/** A name that a schema we do not know could have: `URI ":" ATTRNAME *1subAttr`. RFC 7644 §3.4.2.2. */
const QUALIFIED = /^[a-z][a-z\d+.-]*:\S*[:.]\$?[a-z][\w-]*(?:\.\$?[a-z][\w-]*)?$/i;

/**
 * Parses the path of a PATCH operation.
 * @returns undefined when the path names an attribute with its schema's URN, and no schema here has it
 * @throws Refused `invalidPath` when the path cannot be read or names no attribute, `invalidFilter` when its filter
 * cannot be read
 */
export function parsePath(text: string, type: ResourceType, deviations: Deviations): PatchPath | undefined {
  if (text.length > FILTER_LIMITS.bytes) throw new Refused(invalidPath("The path is too long."));
  const lexer = new Lexer(text);
  const name = lexer.word();
  const named = resolveName(type.names, name);
  if (!named) {
    if (QUALIFIED.test(name) && lexer.atEnd()) return undefined;
    throw new Refused(invalidPath(`The path "${text}" names no attribute here.`));
  }
  if (named.dialect) deviations.note(named.dialect, name);
  const { attribute, extension } = named;
  const owner = extension === undefined ? {} : { extension };
  if (lexer.atEnd()) return { ...owner, attribute, ...(named.sub && { sub: named.sub }) };
  if (named.sub) throw new Refused(invalidPath(`The path "${text}" has a filter after a sub-attribute.`));
  const filter = parseElementFilter(lexer, attribute, text, deviations);
  const subName = lexer.takeAdjacent(".") ? lexer.word().toLowerCase() : undefined;
  if (!lexer.atEnd()) throw new Refused(invalidPath(`The path "${text}" goes on where it should end.`));
  if (subName === undefined) return { ...owner, attribute, filter };
  const sub = elementNames(attribute).get(subName)?.attribute;
  if (!sub)
    throw new Refused(invalidPath(`The path "${text}" names no sub-attribute of "${attribute.name}".`));
  return { ...owner, attribute, filter, sub };
}

function parseElementFilter(
  lexer: Lexer,
  attribute: Attribute,
  text: string,
  deviations: Deviations,
): Filter {
  if (!lexer.take("[") || attribute.type !== "complex" || !attribute.multiValued) {
    throw new Refused(invalidPath(`The path "${text}" cannot be read: "${attribute.name}" takes no filter.`));
  }
  const filter = attempt(() => {
    const inner = new FilterParser(lexer, deviations).parse(elementNames(attribute));
    lexer.expect("]");
    return inner;
  });
  if (filter.ok) return filter.value;
  throw new Refused({ ...filter.error, code: "payload.unreadable" });
}

/** Parses a member's name in a value without path. One that is no path at all names an unknown attribute. */
export function parseKey(key: string, type: ResourceType, deviations: Deviations): PatchPath | undefined {
  return key.includes("[") || resolveName(type.names, key) ? parsePath(key, type, deviations) : undefined;
}

/** A path for a refusal's detail. */
export function printPath(path: PatchPath): string {
  const filter = path.filter ? "[…]" : "";
  const sub = path.sub ? `.${path.sub.name}` : "";
  return `${path.attribute.name}${filter}${sub}`;
}
