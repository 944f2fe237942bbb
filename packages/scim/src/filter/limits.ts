/** How large a filter may be. Beyond it: 400 `invalidFilter`. */
export const FILTER_LIMITS = {
  /** Bytes of UTF-8. */
  bytes: 4096,
  /** Brackets within brackets. */
  depth: 16,
  /** Comparisons. */
  terms: 64,
} as const;

/** The length of a text in UTF-8, in bytes. A lone surrogate counts as the replacement character does. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    if (unit < 0x800) bytes += 1;
    else if (unit >= 0xd800 && unit <= 0xdbff && isLowSurrogate(text.charCodeAt(index + 1))) {
      bytes += 2;
      index++;
    } else bytes += 2;
  }
  return bytes;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
