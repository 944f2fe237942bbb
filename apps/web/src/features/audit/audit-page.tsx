"use client";

import { Button } from "@rollcall/ui/button";
import { Card } from "@rollcall/ui/card";
import { DataTable } from "@rollcall/ui/data-table";
import { EmptyState } from "@rollcall/ui/empty-state";
import { ClearFilters, FilterBar, FilterChoice } from "@rollcall/ui/filter-bar";
import { PageHeader } from "@rollcall/ui/page-header";
import { Pagination } from "@rollcall/ui/pagination";
import { Loading } from "@rollcall/ui/skeleton";
import { TableSkeleton } from "@rollcall/ui/table-skeleton";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ScrollText, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ExportButton } from "~/features/list/export-button.tsx";
import { IgnoredFilters } from "~/features/list/ignored-filters.tsx";
import { ListSearch } from "~/features/list/list-search.tsx";
import { LoadError } from "~/features/list/load-error.tsx";
import { UpdatesWaiting } from "~/features/list/updates-waiting.tsx";
import { useExistingPage } from "~/features/list/use-existing-page.ts";
import { rowsKey, useSteadyRows } from "~/features/list/use-steady-rows.ts";
import { api } from "~/lib/api.ts";
import { POLL_MS } from "~/lib/query-client.ts";
import { useColumns } from "./columns.tsx";
import { AUDIT_SPANS, type AuditEntry, auditPageSchema } from "./schema.ts";
import { auditView, CLEARED, useAuditView } from "./view.ts";

const NOTHING: readonly AuditEntry[] = [];
const idOf = (entry: AuditEntry) => entry.id;

/** Settings → Audit log: what people did in this console, newest first. */
export function AuditPage() {
  const t = useTranslations("audit");
  const audit = useAuditView();
  const { view, setView, filter } = audit;
  const query = { ...filter, page: view.page, size: view.size };
  const log = useQuery({
    queryKey: ["audit", query],
    queryFn: ({ signal }) => api.get("/api/console/audit", auditPageSchema, { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
  });
  const missingPage = useExistingPage({
    ...view,
    total: log.isPlaceholderData ? undefined : log.data?.total,
    onPage: (page) => setView({ page }, { history: "replace" }),
  });
  const columns = useColumns();
  const steady = useSteadyRows(log.data?.entries ?? NOTHING, rowsKey(view, log.isPlaceholderData), idOf);
  return (
    <div className="grid gap-5">
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid gap-3">
        <Filters audit={audit} areas={log.data?.areas ?? []} />
        <IgnoredFilters parsers={auditView} missingPage={missingPage} />
        {log.isError && !log.data ? (
          <LoadError error={log.error} onRetry={() => log.refetch()} retrying={log.isRefetching} />
        ) : (
          <Loading loading={log.isPending} placeholder={<TableSkeleton columns={4} />}>
            {log.data?.total === 0 ? (
              <Nothing filtered={audit.filtered} onClear={() => setView(CLEARED)} />
            ) : (
              <div className="relative grid gap-2" {...steady.holders}>
                <UpdatesWaiting count={steady.waiting} onShow={steady.showAll} />
                <DataTable
                  label={t("title")}
                  columns={columns}
                  rows={steady.rows}
                  rowId={idOf}
                  refreshing={log.isPlaceholderData}
                />
                <Pagination
                  page={view.page}
                  size={view.size}
                  total={log.data?.total ?? 0}
                  onPage={(page) => setView({ page })}
                  onSize={(size) => setView({ size, page: null })}
                />
              </div>
            )}
          </Loading>
        )}
      </div>
    </div>
  );
}

interface FiltersProps {
  readonly audit: ReturnType<typeof useAuditView>;
  readonly areas: readonly string[];
}

function Filters({ audit: { view, setView, filter, filtered }, areas }: FiltersProps) {
  const t = useTranslations("audit.filters");
  const areaLabel = (area: string) => (t.has(`areas.${area}`) ? t(`areas.${area}`) : area);
  return (
    <FilterBar
      end={<ExportButton path="/api/console/audit/export" filter={filter} fileName="rollcall-audit.csv" />}
    >
      <ListSearch
        label={t("search")}
        value={view.q}
        onSearch={(q) => setView({ q, page: null }, { history: "replace" })}
      />
      <FilterChoice
        label={t("area")}
        neutral="any"
        value={view.area ?? "any"}
        options={[
          { value: "any", label: t("any") },
          ...areas.map((area) => ({ value: area, label: areaLabel(area) })),
        ]}
        onValueChange={(area) => setView({ area: area === "any" ? null : area, page: null })}
      />
      <FilterChoice
        label={t("since")}
        neutral="any"
        value={view.since}
        options={AUDIT_SPANS.map((value) => ({ value, label: t(`spans.${value}`) }))}
        onValueChange={(since) => setView({ since, page: null })}
      />
      {filtered ? <ClearFilters label={t("clear")} onClear={() => setView(CLEARED)} /> : null}
    </FilterBar>
  );
}

function Nothing({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  const t = useTranslations("audit.empty");
  return (
    <Card>
      <EmptyState
        icon={filtered ? <SearchX /> : <ScrollText />}
        title={filtered ? t("filtered") : t("first")}
        action={filtered ? <Button onClick={onClear}>{t("clear")}</Button> : undefined}
      >
        {filtered ? null : t("firstBody")}
      </EmptyState>
    </Card>
  );
}
