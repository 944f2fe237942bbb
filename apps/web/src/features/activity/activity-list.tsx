"use client";

import { Button } from "@rollcall/ui/button";
import { DataTable } from "@rollcall/ui/data-table";
import { ErrorCard } from "@rollcall/ui/error-card";
import { Loading } from "@rollcall/ui/skeleton";
import { TableSkeleton } from "@rollcall/ui/table-skeleton";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { ApiError } from "~/lib/api-error.ts";
import { useColumns } from "./columns.tsx";
import { NewEvents } from "./new-events.tsx";
import { NoActivity } from "./no-activity.tsx";
import { useActivity, useNewer, useShowNewest } from "./queries.ts";
import type { ActivityRow, FilterQuery } from "./schema.ts";

export interface ActivityListProps {
  readonly query: FilterQuery;
  readonly filtered: boolean;
  readonly hidden: readonly string[];
  readonly hrefOf: (id: string) => string;
  readonly onOpen: (id: string) => void;
  readonly onClear: () => void;
  readonly onShowLookups: () => void;
}

/** The requests of a filter, more on demand, with word of what arrived meanwhile. */
export function ActivityList(props: ActivityListProps) {
  const { query, filtered, hidden, hrefOf, onOpen, onClear, onShowLookups } = props;
  const t = useTranslations("activity");
  const list = useActivity(query);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const settled = list.isSuccess && !list.isPlaceholderData;
  const newer = useNewer(query, rows[0]?.id, settled && !list.isFetching);
  const showNewest = useShowNewest(query);
  const lookups = newer.data?.lookups ?? list.data?.pages[0]?.lookups ?? 0;
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
      <NewEvents
        count={rows.length > 0 ? (newer.data?.count ?? 0) : 0}
        failed={newer.isError || newer.failureCount > 0}
        onShow={showNewest}
      />
      {rows.length === 0 ? (
        <NoActivity
          filtered={filtered}
          lookups={lookups}
          provider={list.data?.pages[0]?.provider ?? ""}
          onClear={onClear}
          onShowLookups={onShowLookups}
        />
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
      <Foot list={list} lookups={rows.length > 0 || filtered ? lookups : 0} onShowLookups={onShowLookups} />
    </Loading>
  );
}

interface FootProps {
  readonly list: ReturnType<typeof useActivity>;
  readonly lookups: number;
  readonly onShowLookups: () => void;
}

function Foot({ list, lookups, onShowLookups }: FootProps) {
  const t = useTranslations("activity");
  const days = list.data?.pages[0]?.retentionDays;
  return (
    <div className="mt-4 grid justify-items-center gap-3">
      {list.isFetchNextPageError ? (
        <ErrorCard
          className="w-full"
          title={t("olderFailed")}
          requestId={list.error instanceof ApiError ? list.error.requestId : undefined}
          onRetry={() => list.fetchNextPage()}
          retrying={list.isFetchingNextPage}
        />
      ) : list.hasNextPage ? (
        <Button busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t("older")}
        </Button>
      ) : null}
      {lookups > 0 ? (
        <p className="flex flex-wrap items-center justify-center gap-x-2 text-13 text-muted-foreground">
          {t("hiddenLookups", { count: lookups })}
          <Button variant="link" size="sm" onClick={onShowLookups}>
            {t("showLookups", { count: lookups })}
          </Button>
        </p>
      ) : null}
      {days === undefined ? null : (
        <p className="text-13 text-muted-foreground">{t("retention", { days })}</p>
      )}
    </div>
  );
}
