import type { Parameters } from "../sql/parameters.ts";
import { escapeLike } from "../sql/parameters.ts";

/**
 * How a person is called, for mononyms too. The same expression, letter for letter, is indexed: `"User_console_name_idx"`.
 * Expects the user's row as `u`.
 */
export const PERSON_NAME = `coalesce(u."displayName", u."givenName" || ' ' || u."familyName", u."givenName", u."familyName", u."userName")`;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const MOST_WORDS = 6;

/** Every word must occur in the names, the address, the user name or the external id; our own id is found as a whole. */
export function searchCondition(search: string, parameters: Parameters): string {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  const text = words
    .map((word) => `u."searchText" LIKE ${parameters.add(`%${escapeLike(word)}%`)}`)
    .join(" AND ");
  const id = search.trim();
  if (!UUID.test(id)) return text || "true";
  return `(u."id" = ${parameters.add(id)}::uuid OR (${text}))`;
}
