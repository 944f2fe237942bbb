/** A parser of one parameter of the address, as nuqs has them. */
interface Parser {
  readonly parse: (text: string) => unknown;
}

const SHOWN = 60;

/**
 * Parts of an address that make no sense on a page: values that their parameter cannot have, and names that the page does
 * not know. `status=gone`, `statsu=active`.
 *
 * @param address the parameters as they stand there
 * @param parsers those that the page reads, by name
 * @param others names that something else reads
 */
export function ignoredNames(
  address: Iterable<readonly [string, string]>,
  parsers: Readonly<Record<string, Parser>>,
  others: readonly string[],
): string[] {
  return [...address]
    .filter(
      ([name, text]) =>
        text !== "" && !others.includes(name) && (parsers[name]?.parse(text) ?? null) === null,
    )
    .map(([name, text]) => `${name}=${text}`.slice(0, SHOWN));
}
