import { parseAsStringLiteral, useQueryStates } from "nuqs";
import { parseAsSearch } from "~/features/list/parsers.ts";

export const SIGN_IN_OUTCOMES = ["ok", "refused"] as const;

const signInsView = {
  q: parseAsSearch.withDefault(""),
  outcome: parseAsStringLiteral(SIGN_IN_OUTCOMES),
};

/** The list of sign-ins in the address: a reference that somebody was shown leads to its line. */
export function useSignInsView() {
  const [view, setView] = useQueryStates(signInsView, { history: "push", clearOnDefault: true });
  const filter = { q: view.q, outcome: view.outcome ?? undefined };
  return { view, setView, filter, filtered: view.q !== "" || view.outcome !== null };
}

/** The address of one sign-in among the recent ones. */
export function signInHref(reference: string): string {
  return `/settings/security/sso?q=${reference}#sign-ins`;
}
