"use client";

import { Section } from "@rollcall/ui/card";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { useNow } from "@rollcall/ui/use-now";
import { useFormatter, useTranslations } from "next-intl";
import type { ProviderWords } from "./provider-words.ts";
import type { OverviewData } from "./schema.ts";

export interface OperationsMatrixProps {
  readonly overview: OverviewData;
  readonly provider: ProviderWords;
}

/** How often each kind of change arrived, and when last; the only lens on what the identity provider holds back. */
export function OperationsMatrix({ overview, provider: { name, voice } }: OperationsMatrixProps) {
  const t = useTranslations("provisioning.operations");
  const now = useNow();
  const { operations, partial } = overview.operations;
  const total = operations.reduce((sum, each) => sum + each.count, 0);
  const counted = (kind: string) => operations.find((each) => each.kind === kind)?.count ?? 0;
  const days = overview.connection.retentionDays;
  const none = isOlderThan(overview.tokens.verifiedAt, days, now) ? t("notKept", { days }) : t("never");
  const noLeavers = counted("create") > 0 && counted("deactivate") + counted("delete") === 0;
  return (
    <Section id="operations" title={t("title")} description={t("description", { provider: name })}>
      <dl className="grid grid-cols-2 overflow-hidden rounded-card border border-border bg-surface lg:grid-cols-4">
        {operations.map((each) => (
          <div
            key={each.kind}
            data-operation={each.kind}
            className="-ms-px -mt-px grid content-start gap-1 border-border border-s border-t px-4 py-3.5 sm:px-5"
          >
            <dt className="text-13 text-muted-foreground">{t(`kinds.${each.kind}`)}</dt>
            <dd className="wrap-anywhere flex flex-wrap items-baseline gap-x-2 text-sm tabular-nums">
              {each.lastAt ? (
                <>
                  <Count of={each} groups={overview.groups} />
                  <TimeAgo at={each.lastAt} className="text-13 text-muted-foreground" />
                </>
              ) : (
                <span className="text-muted-foreground">{none}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {noLeavers || partial ? (
        <p className="text-13 text-muted-foreground">
          {noLeavers ? t("hints.deactivate", { provider: name, voice }) : null}{" "}
          {partial ? t("partial", { count: total }) : null}
        </p>
      ) : null}
    </Section>
  );
}

type Operation = OverviewData["operations"]["operations"][number];

/** How often it came; of groups on people, how many of the people last pushed carry some. */
function Count({ of, groups }: { readonly of: Operation; readonly groups: OverviewData["groups"] }) {
  const t = useTranslations("provisioning.operations");
  const format = useFormatter();
  if (of.kind !== "groups_value" || groups.people === 0) {
    return <span className="font-medium">{format.number(of.count)}</span>;
  }
  return (
    <span className="font-medium">
      {t("ofPeople", groups)} <span className="sr-only">{t("people")}</span>
    </span>
  );
}

/** Whether requests of the first days are no longer kept: then nothing can be said of "ever". */
function isOlderThan(moment: string | null, days: number, now: number | null): boolean {
  return moment !== null && now !== null && now - Date.parse(moment) > days * 86_400_000;
}
