import { createParser, parseAsStringLiteral, useQueryStates } from "nuqs";
import { parseAsPage, parseAsPageSize } from "~/features/list/paging.ts";
import { parseAsId, parseAsSearch } from "~/features/list/parsers.ts";
import { AUDIT_SPANS, areaSchema } from "./schema.ts";

/** The first word of an action. */
const parseAsArea = createParser({
  parse: (text: string) => (areaSchema.safeParse(text).success ? text : null),
  serialize: String,
});

/** The audit log in the address. `entry` points at one entry. */
export const auditView = {
  q: parseAsSearch.withDefault(""),
  area: parseAsArea,
  since: parseAsStringLiteral(AUDIT_SPANS).withDefault("any"),
  entry: parseAsId,
  page: parseAsPage.withDefault(1),
  size: parseAsPageSize.withDefault(25),
};

/** The view with the filter as the API takes it. */
export function useAuditView() {
  const [view, setView] = useQueryStates(auditView, { history: "push", clearOnDefault: true });
  const filter = {
    q: view.q,
    since: view.since,
    ...(view.area && { area: view.area }),
    ...(view.entry && { entry: view.entry }),
  };
  const filtered = Boolean(view.q || view.area || view.entry || view.since !== "any");
  return { view, setView, filter, filtered };
}

export const CLEARED = { q: null, area: null, since: null, entry: null, page: null } as const;
