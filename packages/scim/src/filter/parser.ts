import { Deviations } from "../dialects/dialect.ts";
import { valuePathComparison } from "../dialects/value-path-comparison.ts";
import { invalidFilter, sensitive } from "../errors/refusals.ts";
import { attempt, Refused } from "../errors/refused.ts";
import type { Result } from "../errors/scim-error.ts";
import { elementNames, localName, type NamedAttribute, type Names, resolveName } from "../schema/names.ts";
import type { AttributeRef, CompareOperator, Filter } from "./ast.ts";
import { Lexer } from "./lexer.ts";
import { FILTER_LIMITS, utf8Length } from "./limits.ts";
import { readOperand } from "./operand.ts";

const OPERATORS: ReadonlySet<string> = new Set(["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"]);

/**
 * Parses a filter and resolves its names.
 * @param text the filter, percent-decoded
 * @param names what it may name: those of a resource type, or of one element for the filter inside `[…]`
 * @param deviations where dialects are noted
 * @returns the tree, or 400 `invalidFilter` (403 `sensitive` for `password`)
 * @see RFC 7644 §3.4.2.2
 */
export function parseFilter(text: string, names: Names, deviations = new Deviations()): Result<Filter> {
  return attempt(() => {
    if (text.length > FILTER_LIMITS.bytes || utf8Length(text) > FILTER_LIMITS.bytes) {
      throw new Refused(invalidFilter(`The filter is longer than ${FILTER_LIMITS.bytes} bytes.`));
    }
    const lexer = new Lexer(text);
    const filter = new FilterParser(lexer, deviations).parse(names);
    if (!lexer.atEnd()) lexer.fail("nothing more was expected here");
    return filter;
  });
}

/** One function per rule of the grammar. `not` binds tighter than `and`, `and` tighter than `or`. */
export class FilterParser {
  private depth = 0;
  private terms = 0;
  private readonly lexer: Lexer;
  private readonly deviations: Deviations;

  constructor(lexer: Lexer, deviations: Deviations) {
    this.lexer = lexer;
    this.deviations = deviations;
  }

  /** Parses up to the end of the text or the bracket that closes this filter. */
  parse(names: Names): Filter {
    const terms = [this.conjunction(names)];
    while (this.takeKeyword("or")) terms.push(this.conjunction(names));
    return join("or", terms);
  }

  private conjunction(names: Names): Filter {
    const terms = [this.term(names)];
    while (this.takeKeyword("and")) terms.push(this.term(names));
    return join("and", terms);
  }

  private term(names: Names): Filter {
    if (this.lexer.peek() === "(") return this.group(names);
    const word = this.lexer.word();
    if (word === "") return this.lexer.fail("an attribute is missing");
    if (word.toLowerCase() === "not" && this.lexer.peek() === "(") {
      return { kind: "not", term: this.group(names) };
    }
    const named = this.resolve(word, names);
    if (this.lexer.takeAdjacent("[")) return this.element(named);
    return this.comparison(named);
  }

  private group(names: Names): Filter {
    this.lexer.expect("(");
    this.descend();
    const inner = this.parse(names);
    this.lexer.expect(")");
    this.depth--;
    return inner;
  }

  private element(named: NamedAttribute): Filter {
    if (named.sub || named.attribute.type !== "complex") {
      return this.lexer.fail(`"${localName(named)}" has no sub-attributes for a filter in [ ]`);
    }
    this.descend();
    const inner = this.parse(elementNames(named.attribute));
    this.lexer.expect("]");
    this.depth--;
    const attribute = named.ref;
    if (!this.lexer.takeAdjacent(".")) return { kind: "element", attribute, filter: inner };
    this.deviations.note(valuePathComparison, named.attribute.name);
    const sub = this.resolve(this.lexer.word(), elementNames(named.attribute));
    return { kind: "element", attribute, filter: join("and", [inner, this.comparison(sub)]) };
  }

  private comparison(named: NamedAttribute): Filter {
    this.count();
    const word = this.lexer.word();
    const operator = word.toLowerCase();
    if (operator === "pr") return { kind: "present", attribute: named.ref };
    if (!isOperator(operator)) {
      return this.lexer.fail(word === "" ? "an operator is missing" : `there is no operator "${word}"`);
    }
    const attribute = comparable(named);
    const value = readOperand(attribute.sub ?? attribute, operator, this.lexer.literal(), this.deviations);
    return { kind: "compare", attribute, operator, value };
  }

  private resolve(name: string, names: Names): NamedAttribute {
    const named = resolveName(names, name);
    if (!named)
      throw new Refused(invalidFilter(`The filter names "${name}", which is not an attribute here.`));
    if (named.attribute.returned === "never") {
      throw new Refused(sensitive(`"${named.attribute.name}" can never be searched.`));
    }
    if (named.dialect) this.deviations.note(named.dialect, name);
    return named;
  }

  private takeKeyword(keyword: string): boolean {
    const word = this.lexer.peekWord();
    if (word.length !== keyword.length || word.toLowerCase() !== keyword) return false;
    this.lexer.word();
    return true;
  }

  private descend(): void {
    if (++this.depth > FILTER_LIMITS.depth) {
      throw new Refused(invalidFilter(`The filter nests brackets deeper than ${FILTER_LIMITS.depth}.`));
    }
  }

  private count(): void {
    if (++this.terms > FILTER_LIMITS.terms) {
      throw new Refused(invalidFilter(`The filter has more than ${FILTER_LIMITS.terms} comparisons.`));
    }
  }
}

/** What a comparison compares: a complex attribute named alone stands for its `value`. */
function comparable(named: NamedAttribute): AttributeRef {
  if (named.sub || named.attribute.type !== "complex") return named.ref;
  const value = named.attribute.subAttributes.find((sub) => sub.name === "value");
  if (!value) return named.ref;
  const { name, type, multiValued, caseExact } = value;
  return { ...named.ref, sub: { name, type, multiValued, caseExact } };
}

function join(kind: "and" | "or", terms: readonly Filter[]): Filter {
  const [first] = terms;
  return terms.length === 1 && first ? first : { kind, terms };
}

function isOperator(word: string): word is CompareOperator {
  return OPERATORS.has(word);
}
