import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { parseAsPage, parseAsPageSize } from "~/features/list/paging.ts";
import { AUDIT_SPANS } from "./schema.ts";

/** The audit log in the address. `entry` points at one entry. */
export const auditView = {
  q: parseAsString.withDefault(""),
  area: parseAsString,
  since: parseAsStringLiteral(AUDIT_SPANS).withDefault("any"),
  entry: parseAsString,
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
