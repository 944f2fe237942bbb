"use client";

import { Button } from "@rollcall/ui/button";
import { Section } from "@rollcall/ui/card";
import { DataTable } from "@rollcall/ui/data-table";
import { EmptyState } from "@rollcall/ui/empty-state";
import { ClearFilters, FilterBar, FilterChoice } from "@rollcall/ui/filter-bar";
import { Loading } from "@rollcall/ui/skeleton";
import { TableSkeleton } from "@rollcall/ui/table-skeleton";
import { useTranslations } from "next-intl";
import { ListSearch } from "~/features/list/list-search.tsx";
import { LoadError } from "~/features/list/load-error.tsx";
import { UpdatesWaiting } from "~/features/list/updates-waiting.tsx";
import { rowsKey, useSteadyRows } from "~/features/list/use-steady-rows.ts";
import { useSignIns } from "./queries.ts";
import type { SignIn } from "./schema.ts";
import { useSignInColumns } from "./sign-in-columns.tsx";
import { SIGN_IN_OUTCOMES, useSignInsView } from "./sign-ins-view.ts";

/** Who signed in, who was refused, and why, newest first; found by name or by the reference of a refusal. */
export function RecentSignIns({ provider }: { readonly provider: string }) {
  const t = useTranslations("sso.signIns");
  const { view, setView, filter, filtered } = useSignInsView();
  const query = useSignIns(filter);
  const rows = query.data?.pages.flatMap((page) => page.signIns);
  const clear = () => setView({ q: null, outcome: null });
  return (
    <Section id="sign-ins" title={t("title")} description={t("description")}>
      <FilterBar>
        <ListSearch
          label={t("search")}
          value={view.q}
          onSearch={(q) => setView({ q }, { history: "replace" })}
        />
        <FilterChoice
          label={t("filter")}
          neutral="all"
          value={view.outcome ?? "all"}
          options={(["all", ...SIGN_IN_OUTCOMES] as const).map((value) => ({
            value,
            label: t(`outcome.${value}`),
          }))}
          onValueChange={(outcome) => setView({ outcome: outcome === "all" ? null : outcome })}
        />
        {filtered ? <ClearFilters label={t("clear")} onClear={clear} /> : null}
      </FilterBar>
      {query.isError && rows === undefined ? (
        <LoadError error={query.error} onRetry={() => query.refetch()} retrying={query.isRefetching} />
      ) : (
        <Loading loading={rows === undefined} placeholder={<TableSkeleton columns={5} rows={4} lines={2} />}>
          <SignInTable
            rows={rows ?? NONE}
            view={rowsKey(filter, query.isPlaceholderData)}
            provider={provider}
            onClear={filtered ? clear : null}
          />
        </Loading>
      )}
      {query.hasNextPage ? (
        <Button
          className="justify-self-center"
          busy={query.isFetchingNextPage}
          onClick={() => query.fetchNextPage()}
        >
          {t("more")}
        </Button>
      ) : null}
    </Section>
  );
}

const NONE: readonly SignIn[] = [];
const idOf = (signIn: SignIn) => signIn.id;

interface SignInTableProps {
  readonly rows: readonly SignIn[];
  /** Names what the rows are of. */
  readonly view: string;
  readonly provider: string;
  /** Takes the filters away; null without any. */
  readonly onClear: (() => void) | null;
}

function SignInTable({ rows, view, provider, onClear }: SignInTableProps) {
  const t = useTranslations("sso.signIns");
  const columns = useSignInColumns(provider);
  const steady = useSteadyRows(rows, view, idOf);
  if (rows.length > 0) {
    return (
      <div className="relative" {...steady.holders}>
        <UpdatesWaiting count={steady.waiting} onShow={steady.showAll} />
        <DataTable label={t("title")} columns={columns} rows={steady.rows} rowId={idOf} />
      </div>
    );
  }
  if (onClear === null) return <EmptyState level={3} title={t("empty")} />;
  return (
    <EmptyState level={3} title={t("noMatch")} action={<Button onClick={onClear}>{t("clear")}</Button>} />
  );
}
