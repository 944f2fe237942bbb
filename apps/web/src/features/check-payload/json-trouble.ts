/** A place in a text. */
export interface Place {
  /** Both begin with 1. */
  readonly line: number;
  readonly column: number;
  /** In code units, from 0. */
  readonly offset: number;
}

/** Where a text stops being JSON; null when it is JSON. Browsers tell the place each in its own way, or not at all. */
export function jsonTrouble(text: string): Place | null {
  try {
    JSON.parse(text.startsWith("\ufeff") ? text.slice(1) : text);
    return null;
  } catch {
    return placeAt(text, new Reader(text).trouble());
  }
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: offset - lineStart + 1, offset };
}

type Expected = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma" | "end";

const BLANK = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const WORD = /[\w.+-]*/y;

/** Reads a text as JSON from left to right, without recursion: brackets may be nested a million deep. */
class Reader {
  readonly #text: string;
  readonly #open: ("{" | "[")[] = [];
  #at: number;

  constructor(text: string) {
    this.#text = text;
    this.#at = text.startsWith("\ufeff") ? 1 : 0;
  }

  /** The offset of the first character that cannot stand where it stands, or the end of a text that is too short. */
  trouble(): number {
    let expected: Expected | null = "value";
    while (expected !== null) {
      this.#skip(BLANK);
      if (expected === "end" && this.#at === this.#text.length) return this.#at;
      expected = this.#step(expected);
    }
    return this.#at;
  }

  /** @returns what must come next; null when this cannot stand here */
  #step(expected: Expected): Expected | null {
    const next = this.#text[this.#at];
    switch (expected) {
      case "end":
        return null;
      case "colon":
        return this.#take(":") ? "value" : null;
      case "comma":
        return this.#afterElement();
      case "key":
      case "key or }":
        if (expected === "key or }" && next === "}") return this.#close();
        return next === '"' && this.#string() ? "colon" : null;
      case "value":
      case "value or ]":
        if (expected === "value or ]" && next === "]") return this.#close();
        return this.#value(next);
    }
  }

  #value(next: string | undefined): Expected | null {
    if (next === "{" || next === "[") {
      this.#open.push(next);
      this.#at += 1;
      return next === "{" ? "key or }" : "value or ]";
    }
    if (next === '"') return this.#string() ? this.#afterValue() : null;
    const start = this.#at;
    this.#skip(SCALAR);
    const end = this.#at;
    this.#at = start;
    this.#skip(WORD);
    // A word that begins like a scalar and goes on is wrong as a whole: 01, truely.
    if (end > start && this.#at === end) return this.#afterValue();
    this.#at = start;
    return null;
  }

  #afterElement(): Expected | null {
    const inner = this.#open.at(-1);
    if (this.#take(",")) return inner === "{" ? "key" : "value";
    return this.#text[this.#at] === (inner === "{" ? "}" : "]") ? this.#close() : null;
  }

  #close(): Expected {
    this.#open.pop();
    this.#at += 1;
    return this.#afterValue();
  }

  #afterValue(): Expected {
    return this.#open.length > 0 ? "comma" : "end";
  }

  /** Goes past a string, or to the character in it that is wrong. */
  #string(): boolean {
    for (this.#at += 1; this.#at < this.#text.length; this.#at++) {
      const unit = this.#text[this.#at] ?? "";
      if (unit === '"') {
        this.#at += 1;
        return true;
      }
      if (unit < " ") return false;
      if (unit === "\\") {
        const escaped = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(this.#text.slice(this.#at, this.#at + 6));
        if (escaped === null) return false;
        this.#at += escaped[0].length - 1;
      }
    }
    return false;
  }

  #take(text: string): boolean {
    if (this.#text[this.#at] !== text) return false;
    this.#at += 1;
    return true;
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    this.#at += pattern.exec(this.#text)?.[0].length ?? 0;
  }
}
