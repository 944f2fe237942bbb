"use client";

import { Button } from "@rollcall/ui/button";
import { DataTable } from "@rollcall/ui/data-table";
import { EmptyState } from "@rollcall/ui/empty-state";
import { ErrorCard } from "@rollcall/ui/error-card";
import { Loading } from "@rollcall/ui/skeleton";
import { TableSkeleton } from "@rollcall/ui/table-skeleton";
import { Activity, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { ApiError } from "~/lib/api-error.ts";
import { useColumns } from "./columns.tsx";
import { NewEvents } from "./new-events.tsx";
import { useActivity, useNewer, useShowNewest } from "./queries.ts";
import type { ActivityRow, FilterQuery } from "./schema.ts";

export interface ActivityListProps {
  readonly query: FilterQuery;
  readonly filtered: boolean;
  readonly hidden: readonly string[];
  readonly hrefOf: (id: string) => string;
  readonly onOpen: (id: string) => void;
  readonly onClear: () => void;
}

/** The requests of a filter, more on demand, with word of what arrived meanwhile. */
export function ActivityList({ query, filtered, hidden, hrefOf, onOpen, onClear }: ActivityListProps) {
  const t = useTranslations("activity");
  const list = useActivity(query);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const settled = list.isSuccess && !list.isPlaceholderData;
  const newer = useNewer(query, rows[0]?.id, settled && !list.isFetching);
  const showNewest = useShowNewest(query);
  const columns = useColumns(hrefOf);
  const press = useCallback(
    (row: ActivityRow) => (row.kind === "event" ? onOpen(row.id) : undefined),
    [onOpen],
  );
  if (list.isError && !list.data) {
    return (
      <ErrorCard
        title={t("failed")}
        requestId={list.error instanceof ApiError ? list.error.requestId : undefined}
        onRetry={() => list.refetch()}
        retrying={list.isRefetching}
      >
        {t("failedSafe")}
      </ErrorCard>
    );
  }
  return (
    <Loading loading={list.isPending} placeholder={<TableSkeleton columns={6} />}>
      <NewEvents count={rows.length > 0 ? (newer.data ?? 0) : 0} onShow={showNewest} />
      {rows.length === 0 ? (
        <Nothing filtered={filtered} provider={list.data?.pages[0]?.provider ?? ""} onClear={onClear} />
      ) : (
        <DataTable
          label={t("title")}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          hidden={hidden}
          onRowPress={press}
          refreshing={list.isFetching && !list.isFetchingNextPage}
        />
      )}
      <Foot list={list} />
    </Loading>
  );
}

function Foot({ list }: { readonly list: ReturnType<typeof useActivity> }) {
  const t = useTranslations("activity");
  const days = list.data?.pages[0]?.retentionDays;
  return (
    <div className="mt-4 grid justify-items-center gap-3">
      {list.hasNextPage ? (
        <Button busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t("older")}
        </Button>
      ) : null}
      {days === undefined ? null : (
        <p className="text-13 text-muted-foreground">{t("retention", { days })}</p>
      )}
    </div>
  );
}

interface NothingProps {
  readonly filtered: boolean;
  readonly provider: string;
  readonly onClear: () => void;
}

function Nothing({ filtered, provider, onClear }: NothingProps) {
  const t = useTranslations("activity.empty");
  if (filtered) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={t("filtered")}
        action={<Button onClick={onClear}>{t("clear")}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<Activity />}
      title={t("first")}
      action={
        <Button render={<Link href="/settings/security/provisioning?dialog=config" />}>
          {t("viewConfig")}
        </Button>
      }
    >
      {t("firstBody", { provider })}
    </EmptyState>
  );
}
