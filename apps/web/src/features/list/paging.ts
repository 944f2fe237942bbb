import { createParser } from "nuqs";

/** A page number from 1; anything else in the address is as if nothing were there. */
export const parseAsPage = counting(100_000);

/** How many rows a page has. */
export const parseAsPageSize = counting(100);

function counting(most: number) {
  return createParser({
    parse: (text: string) => (/^[1-9]\d{0,6}$/.test(text) && Number(text) <= most ? Number(text) : null),
    serialize: String,
  });
}
