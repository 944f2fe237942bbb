/** A message of the catalogue, or a group of messages. */
export type Messages = { readonly [key: string]: string | Messages };

const accents: Readonly<Record<string, string>> = {
  a: "á",
  c: "ç",
  e: "ë",
  i: "ï",
  n: "ñ",
  o: "ö",
  s: "š",
  u: "ü",
  y: "ý",
  A: "Å",
  E: "É",
  O: "Ø",
  S: "Š",
  U: "Û",
};

/**
 * The catalogue in a language that nobody speaks: accents show what was not taken from it, and 40 % more text shows
 * where there is no room. Placeholders, plural forms and tags stay as they are.
 */
export function pseudoLocalize(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === "string" ? pseudoSentence(value) : pseudoLocalize(value),
    ]),
  );
}

/** One message. A message with a plural or select is only lengthened: its branches are a grammar of their own. */
export function pseudoSentence(message: string): string {
  const padding = paddingOf(Math.ceil(message.length * 0.4));
  if (/\{[^{}]*,\s*(?:plural|select|selectordinal)/.test(message)) return `${message} ${padding}`;
  const parts = message.split(/(\{[^}]*\}|<[^>]*>)/);
  const text = parts.map((part, index) => (index % 2 === 1 ? part : accented(part))).join("");
  return `[${text} ${padding}]`;
}

/** Room that a longer language would take, in words that can wrap. */
function paddingOf(length: number): string {
  const words = Array.from({ length: Math.floor(length / 8) }, () => "~~~~~~~");
  return [...words, "~".repeat(length % 8)].filter((word) => word !== "").join(" ");
}

function accented(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => accents[letter] ?? letter);
}
