"use client";

import { Callout } from "@rollcall/ui/callout";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { traceHref } from "~/features/trace/trace-href.ts";
import type { SsoView } from "./schema.ts";

const WAYS = ["userName", "email", "externalId"] as const;

/** How the names of sign-in meet the names of SCIM, way by way: most trouble with both begins where they differ. */
export function MatchBridge({ matches }: { readonly matches: SsoView["matches"] }) {
  const t = useTranslations("sso.bridge");
  const used = WAYS.filter((way) => matches[way] > 0).toSorted((a, b) => matches[b] - matches[a]);
  const total = WAYS.reduce((sum, way) => sum + matches[way], matches.unmatched);
  if (total === 0) return null;
  return (
    <Callout status={matches.unmatched > 0 ? "warn" : "info"} title={t("title")}>
      <ul className="grid gap-0.5">
        {used.map((way) => (
          <li key={way}>{t("matched", { by: t(`by.${way}`), count: matches[way], total })}</li>
        ))}
        {matches.unmatched > 0 ? (
          <li>
            {t("unmatched", { count: matches.unmatched })} <Unmatched matches={matches} />
          </li>
        ) : null}
      </ul>
    </Callout>
  );
}

/** The last names that nobody here bears, each to be traced. */
function Unmatched({ matches: { unmatched, unmatchedNames } }: { readonly matches: SsoView["matches"] }) {
  const t = useTranslations("sso.bridge");
  const more = unmatched - unmatchedNames.length;
  return (
    <>
      {unmatchedNames.map((name, index) => {
        const href = traceHref(name);
        return (
          <span key={name} className="wrap-anywhere">
            {index > 0 ? ", " : null}
            {href === null ? (
              name
            ) : (
              <Link href={href} className="tap font-mono underline underline-offset-4">
                {name}
              </Link>
            )}
          </span>
        );
      })}
      {more > 0 ? ` ${t("more", { count: more })}` : null}
    </>
  );
}
