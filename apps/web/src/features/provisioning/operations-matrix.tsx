"use client";

import { Section } from "@rollcall/ui/card";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { useFormatter, useTranslations } from "next-intl";
import type { OverviewData } from "./schema.ts";

/** How often each kind of change arrived, and when last; the only lens on what the identity provider holds back. */
export function OperationsMatrix({ overview, provider }: { overview: OverviewData; provider: string }) {
  const t = useTranslations("provisioning.operations");
  const format = useFormatter();
  const { operations, partial } = overview.operations;
  const total = operations.reduce((sum, each) => sum + each.count, 0);
  const counted = (kind: string) => operations.find((each) => each.kind === kind)?.count ?? 0;
  const noLeavers = counted("create") > 0 && counted("deactivate") + counted("delete") === 0;
  return (
    <Section id="operations" title={t("title")} description={t("description", { provider })}>
      <dl className="grid grid-cols-2 overflow-hidden rounded-card border border-border bg-surface lg:grid-cols-4">
        {operations.map((each) => (
          <div
            key={each.kind}
            data-operation={each.kind}
            className="-ms-px -mt-px grid content-start gap-1 border-border border-s border-t px-4 py-3.5 sm:px-5"
          >
            <dt className="text-13 text-muted-foreground">{t(`kinds.${each.kind}`)}</dt>
            <dd className="flex flex-wrap items-baseline gap-x-2 text-sm tabular-nums">
              {each.lastAt ? (
                <>
                  <span className="font-medium">{format.number(each.count)}</span>
                  <TimeAgo at={each.lastAt} className="text-13 text-muted-foreground" />
                </>
              ) : (
                <span className="text-muted-foreground">{t("never")}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {noLeavers || partial ? (
        <p className="text-13 text-muted-foreground">
          {noLeavers ? t("hints.deactivate") : null} {partial ? t("partial", { count: total }) : null}
        </p>
      ) : null}
    </Section>
  );
}
