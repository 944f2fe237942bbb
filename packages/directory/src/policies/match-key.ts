/**
 * The form in which names and addresses are compared: NFC, then lower case. `Ann@X.io` and `ann@x.io` are one person.
 * The final sigma is folded by hand, because it is the one letter whose lower case depends on its neighbours.
 *
 * @see RFC 7643 §4.1.1, RFC 8265 §3.3
 */
export function matchKey(text: string): string {
  return text.normalize("NFC").toLowerCase().replaceAll("ς", "σ").normalize("NFC");
}
