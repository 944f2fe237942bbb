import { createParser } from "nuqs";
import { z } from "zod";
import { SEARCH_MAX } from "~/lib/search-text.ts";

const id = z.uuid();

/** An id in the address; what is none is as if nothing were there. */
export const parseAsId = createParser({
  parse: (text: string) => (id.safeParse(text).success ? text : null),
  serialize: String,
});

/** A switch in the address: `true` or `false`. */
export const parseAsFlag = createParser({
  parse: (text: string) => (text === "true" ? true : text === "false" ? false : null),
  serialize: String,
});

/** Words to search for, as long as the API takes them. */
export const parseAsSearch = createParser({
  parse: (text: string) => (text.length <= SEARCH_MAX && !text.includes("\0") ? text : null),
  serialize: String,
});
