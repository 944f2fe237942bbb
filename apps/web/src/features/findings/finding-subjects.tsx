"use client";

import { CopyText } from "@rollcall/ui/copy-text";
import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { FindingData } from "./schema.ts";

const NAMED = 5;

/** Whom a finding is about, each with the way to its page, its trace or its request. */
export function FindingSubjects({ finding }: { readonly finding: FindingData }) {
  const t = useTranslations("explain.finding");
  const { subjects } = finding;
  if (subjects.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {subjects.slice(0, NAMED).map((subject) => (
        <li
          key={subject.label + subject.eventId}
          className="flex max-w-full flex-wrap items-center gap-x-1 rounded-md border border-border px-2 py-0.5"
        >
          <Link
            href={subject.href}
            className="tap wrap-anywhere min-w-0 rounded-sm underline underline-offset-4"
          >
            {subject.label}
          </Link>
          {subject.suggestion ? (
            <>
              <ArrowRight aria-hidden className="size-3.5 shrink-0 text-muted-foreground rtl:rotate-180" />
              <CopyText small name={t("suggestion")} text={subject.suggestion} />
            </>
          ) : null}
        </li>
      ))}
      {subjects.length > NAMED ? (
        <li className="px-1 py-0.5 text-muted-foreground">{t("more", { count: finding.count - NAMED })}</li>
      ) : null}
    </ul>
  );
}
