"use client";

import { Section } from "@rollcall/ui/card";
import { useTranslations } from "next-intl";
import { FindingItem } from "./finding-item.tsx";
import { useFindings } from "./queries.ts";

/** "Needs attention": what is wrong, worst first. Nothing at all when nothing is, or while that is not known. */
export function FindingsList() {
  const t = useTranslations("explain");
  const { data } = useFindings();
  if (!data || data.findings.length === 0) return null;
  return (
    <Section id="needs-attention" title={t("finding.heading")}>
      <ul className="grid gap-3">
        {data.findings.map((finding) => (
          <li key={finding.key}>
            <FindingItem finding={finding} provider={data.provider} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
