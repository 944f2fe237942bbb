"use client";

import { cn } from "@rollcall/ui/cn";
import { TimeAgo } from "@rollcall/ui/time-ago";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PROVISIONING_PATH } from "~/features/shell/navigation.ts";
import type { OverviewData } from "./schema.ts";

const ACTIVITY = `${PROVISIONING_PATH}/activity`;

/** Four figures: is anything coming, is anything accepted, is anything refused. */
export function HealthStrip({ traffic }: { traffic: OverviewData["traffic"] }) {
  const t = useTranslations("provisioning.health");
  return (
    <dl
      aria-label={t("label")}
      className="grid grid-cols-2 overflow-hidden rounded-card border border-border bg-surface lg:grid-cols-4"
    >
      <Figure name={t("lastRequest")}>
        <Moment at={traffic.lastRequestAt} none={t("none")} />
      </Figure>
      <Figure name={t("lastChange")}>
        <Moment at={traffic.lastChangeAt} none={t("none")} />
      </Figure>
      <Figure name={t("rejected")}>
        <Count count={traffic.rejected} href={`${ACTIVITY}?outcome=rejected&since=24h`} colour="text-warn" />
      </Figure>
      <Figure name={t("authFailed")}>
        <Count
          count={traffic.authFailed}
          href={`${ACTIVITY}?outcome=auth_failed&since=24h`}
          colour="text-bad"
        />
      </Figure>
    </dl>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="-ms-px -mt-px grid content-start gap-1 border-border border-s border-t px-4 py-3.5 sm:px-5">
      <dt className="text-13 text-muted-foreground">{name}</dt>
      <dd className="font-medium text-sm tabular-nums">{children}</dd>
    </div>
  );
}

function Moment({ at, none }: { readonly at: string | null; readonly none: string }) {
  return at ? <TimeAgo at={at} /> : <span className="font-normal text-muted-foreground">{none}</span>;
}

function Count({
  count,
  href,
  colour,
}: {
  readonly count: number;
  readonly href: string;
  readonly colour: string;
}) {
  const format = useFormatter();
  if (count === 0) return <span className="font-normal text-muted-foreground">0</span>;
  return (
    <Link
      href={href}
      className={cn("tap inline-block min-w-6 rounded-sm underline underline-offset-4", colour)}
    >
      {format.number(count)}
    </Link>
  );
}
