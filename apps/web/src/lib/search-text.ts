import { z } from "zod";

export const SEARCH_MAX = 200;

/** PostgreSQL's text has no NUL, so a search has none either. */
const text = z.string().refine((typed) => !typed.includes("\0"), "A search can't hold a NUL character.");

/** Words to search for. */
export const searchText = text.max(SEARCH_MAX);

/** An address, a user name or an id to search for: as long as an address may be. */
export const identityText = text.max(320);
