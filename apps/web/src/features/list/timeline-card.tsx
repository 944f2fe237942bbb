"use client";

import { Button } from "@rollcall/ui/button";
import { Card, Section } from "@rollcall/ui/card";
import { Loading, Skeleton } from "@rollcall/ui/skeleton";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { Timeline } from "@rollcall/ui/timeline";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { eventStatus } from "~/features/activity/event-status.ts";
import { api } from "~/lib/api.ts";
import { POLL_MS } from "~/lib/query-client.ts";
import { LoadError } from "./load-error.tsx";
import { type TimelineEntry, timelineSchema } from "./timeline-schema.ts";

const FIRST: { readonly before?: string } = {};

/** What the identity provider and the admins did to one person or team, newest first. `path` is its API address. */
export function TimelineCard({ path }: { readonly path: string }) {
  const t = useTranslations("ui.list");
  const list = useInfiniteQuery({
    queryKey: ["timeline", path],
    queryFn: ({ pageParam, signal }) => api.get(path, timelineSchema, { query: pageParam, signal }),
    initialPageParam: FIRST,
    getNextPageParam: (page) => (page.next ? { before: page.next } : undefined),
    refetchInterval: POLL_MS,
  });
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Section id="timeline" title={t("timeline")}>
      {list.isError && !list.data ? (
        <LoadError error={list.error} onRetry={() => list.refetch()} retrying={list.isRefetching} />
      ) : (
        <Card className="grid gap-4 p-4 sm:p-5">
          {list.isPending ? (
            <Loading loading placeholder={<Skeleton className="h-24" />}>
              {null}
            </Loading>
          ) : null}
          {entries.length === 0 && list.isSuccess ? (
            <p className="text-muted-foreground text-sm">{t("timelineEmpty")}</p>
          ) : null}
          <Timeline label={t("timeline")} items={entries.map((entry) => item(entry))} />
          {list.hasNextPage ? (
            <div>
              <Button size="sm" busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
                {t("older")}
              </Button>
            </div>
          ) : null}
        </Card>
      )}
    </Section>
  );
}

function item(entry: TimelineEntry) {
  return {
    key: entry.id,
    status: entry.kind === "act" ? ("info" as const) : eventStatus(entry.outcome, entry.reason),
    title: <EntryTitle entry={entry} />,
    body: <EntryBody entry={entry} />,
    time: <TimeAgo at={entry.at} />,
  };
}

function EntryTitle({ entry }: { readonly entry: TimelineEntry }) {
  const acts = useTranslations("audit.actions");
  const operations = useTranslations("ui.operations");
  if (entry.kind === "act") return acts.has(entry.action) ? acts(entry.action) : entry.action;
  return (
    <Link
      className="tap underline-offset-4 hover:underline"
      href={`/settings/security/provisioning/activity?event=${entry.id}`}
    >
      {operations.has(entry.operation) ? operations(entry.operation) : entry.operation}
    </Link>
  );
}

function EntryBody({ entry }: { readonly entry: TimelineEntry }) {
  const t = useTranslations("ui.list");
  const reasons = useTranslations("explain.reasons");
  const format = useFormatter();
  if (entry.kind === "act") return t("adminAct", { name: entry.actorName });
  const title = `${entry.reason}.title`;
  const parts = [
    entry.reason !== null && reasons.has(title) ? reasons(title) : entry.reason,
    entry.changed.length > 0 ? t("attributes", { attributes: format.list(entry.changed) }) : null,
    t("answered", { method: entry.method, status: entry.status }),
  ];
  return parts.filter((part) => part !== null).join(" · ");
}
