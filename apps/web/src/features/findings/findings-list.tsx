"use client";

import { Section } from "@rollcall/ui/card";
import { useTranslations } from "next-intl";
import { DismissedFindings } from "./dismissed-findings.tsx";
import { FindingItem } from "./finding-item.tsx";
import { pinnedOf } from "./pinned-finding.tsx";
import { useFindings } from "./queries.ts";
import type { FindingsData } from "./schema.ts";

/**
 * "Needs attention": what is wrong besides what is pinned, worst first, and how much of it was dismissed; nothing at all when
 * nothing is. The page comes with it or not at all; that a later look failed is told above the page.
 */
export function FindingsList({ initial }: { readonly initial?: FindingsData | undefined }) {
  const t = useTranslations("explain");
  const { data } = useFindings(initial);
  if (!data) return null;
  const pinned = pinnedOf(data.findings);
  const rest = data.findings.filter((finding) => finding !== pinned);
  return (
    <>
      {rest.length > 0 ? (
        <Section id="needs-attention" title={t("finding.heading")}>
          <ul className="grid gap-3">
            {rest.map((finding) => (
              <li key={finding.key}>
                <FindingItem finding={finding} provider={data.provider} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <DismissedFindings dismissed={data.dismissed} />
    </>
  );
}
