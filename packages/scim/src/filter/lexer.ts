import { invalidFilter } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";

/** A value as it stands in the filter's text. `bare` has neither quotation marks nor a meaning in JSON. */
export type Literal =
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "number"; readonly value: number; readonly text: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null" }
  | { readonly kind: "bare"; readonly value: string };

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const UNPAIRED = /\p{Surrogate}/u;

/** Reads a filter's text from left to right. What comes next is decided by the parser, so there are no token objects. */
export class Lexer {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Whether only blanks are left. */
  atEnd(): boolean {
    this.skipBlanks();
    return this.at >= this.text.length;
  }

  /** The next character that is not blank; "" at the end. */
  peek(): string {
    this.skipBlanks();
    return this.text.charAt(this.at);
  }

  /** Takes the character if it is the next one. */
  take(character: string): boolean {
    if (this.peek() !== character) return false;
    this.at++;
    return true;
  }

  /** Takes the character if it stands right here, with no blank before it. */
  takeAdjacent(character: string): boolean {
    if (this.text.charAt(this.at) !== character) return false;
    this.at++;
    return true;
  }

  /** Takes the character or refuses the filter. */
  expect(character: string): void {
    if (!this.take(character)) this.fail(`"${character}" is missing`);
  }

  /** The next word up to a blank, a bracket or a quotation mark, without taking it. */
  peekWord(): string {
    this.skipBlanks();
    return this.text.slice(this.at, this.wordEnd());
  }

  /** Takes the next word; "" when there is none. */
  word(): string {
    this.skipBlanks();
    const start = this.at;
    this.at = this.wordEnd();
    return this.text.slice(start, this.at);
  }

  /** Takes the value after an operator. RFC 7644 §3.4.2.2 `compValue`, and words without quotation marks. */
  literal(): Literal {
    if (this.peek() === '"') return { kind: "string", value: this.quoted() };
    const start = this.at;
    while (this.at < this.text.length && !isValueEnd(this.text.charCodeAt(this.at))) this.at++;
    const text = this.text.slice(start, this.at);
    if (text === "") return this.fail("a value is missing");
    if (text === "true" || text === "false") return { kind: "boolean", value: text === "true" };
    if (text === "null") return { kind: "null" };
    if (NUMBER.test(text)) return { kind: "number", value: Number(text), text };
    if (/['"]/.test(text)) return this.fail(`text stands in double quotation marks: "…", not ${text}`);
    if (UNPAIRED.test(text) || text.includes("\0"))
      return this.fail("a value holds a character that no text can hold");
    return { kind: "bare", value: text };
  }

  /** Refuses the filter, naming the place. */
  fail(problem: string): never {
    throw new Refused(invalidFilter(`The filter cannot be read at character ${this.at + 1}: ${problem}.`));
  }

  private quoted(): string {
    const start = this.at;
    let end = start + 1;
    while (end < this.text.length && this.text.charCodeAt(end) !== 0x22) {
      end += this.text.charCodeAt(end) === 0x5c ? 2 : 1;
    }
    if (end >= this.text.length) return this.fail("a quotation mark is not closed");
    this.at = end + 1;
    const value = parseJsonString(this.text.slice(start, end + 1));
    if (value === undefined) return this.fail("the text in quotation marks is no JSON string");
    if (UNPAIRED.test(value) || value.includes("\0"))
      return this.fail("a value holds a character that no text can hold");
    return value;
  }

  private skipBlanks(): void {
    while (this.at < this.text.length && isBlank(this.text.charCodeAt(this.at))) this.at++;
  }

  private wordEnd(): number {
    let end = this.at;
    while (end < this.text.length && !isWordEnd(this.text.charCodeAt(end))) end++;
    return end;
  }
}

function parseJsonString(literal: string): string | undefined {
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}

/** Blank, quotation mark, round or square bracket. */
function isWordEnd(unit: number): boolean {
  return isBlank(unit) || unit === 0x22 || unit === 0x28 || unit === 0x29 || unit === 0x5b || unit === 0x5d;
}

/** Blank, closing bracket. */
function isValueEnd(unit: number): boolean {
  return isBlank(unit) || unit === 0x29 || unit === 0x5d;
}
