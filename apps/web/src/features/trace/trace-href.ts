import { SEARCH_MAX } from "~/lib/search-text.ts";

/** The page that answers why somebody isn't here; null for a name longer than any search. */
export function traceHref(name: string): string | null {
  return name.length > SEARCH_MAX ? null : `/access/users?q=${encodeURIComponent(name)}&trace=1`;
}
