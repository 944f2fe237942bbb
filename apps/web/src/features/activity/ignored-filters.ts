import { isReasonCode } from "@rollcall/directory/explain/reason";
import { viewParsers } from "./view.ts";

/** Parts of an address that make no sense and were left out: `outcome=refused`. */
export function ignoredFilters(search: Pick<URLSearchParams, "get">): string[] {
  const names = ["outcome", "kind", "since", "from", "to", "lookups"] as const;
  const ignored = names.filter((name) => {
    const given = search.get(name);
    if (given === null || given === "") return false;
    const parsed: unknown = viewParsers[name].parse(given);
    return parsed === null || (Array.isArray(parsed) && parsed.length < given.split(",").length);
  });
  const found = ignored.map((name) => `${name}=${search.get(name)}`);
  const reason = search.get("reason");
  return reason && !isReasonCode(reason) ? [...found, `reason=${reason}`] : found;
}
