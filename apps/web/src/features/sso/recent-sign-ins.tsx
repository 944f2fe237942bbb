"use client";

import { Button } from "@rollcall/ui/button";
import { Section } from "@rollcall/ui/card";
import type { DataColumn } from "@rollcall/ui/data-column";
import { DataTable } from "@rollcall/ui/data-table";
import { EmptyState } from "@rollcall/ui/empty-state";
import { ErrorCard } from "@rollcall/ui/error-card";
import { Select } from "@rollcall/ui/select";
import { StatusPill } from "@rollcall/ui/status-pill";
import { TableSkeleton } from "@rollcall/ui/table-skeleton";
import { TimeAgo } from "@rollcall/ui/time-ago";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { ApiError } from "~/lib/api-error.ts";
import { useProviderName } from "./provider-name.ts";
import { useSignIns } from "./queries.ts";
import { useSignInReason } from "./reason.ts";
import type { SignIn } from "./schema.ts";

const OUTCOMES = ["all", "ok", "refused"] as const;

/** Who signed in, who was refused, and why, newest first. */
export function RecentSignIns({ provider }: { readonly provider: string }) {
  const t = useTranslations("sso.signIns");
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>("all");
  const query = useSignIns(outcome === "all" ? undefined : outcome);
  const columns = useColumns(provider);
  const rows = query.data?.pages.flatMap((page) => page.signIns) ?? [];
  return (
    <Section
      id="sign-ins"
      title={t("title")}
      description={t("description")}
      actions={
        <Select
          size="sm"
          className="w-36"
          label={t("filter")}
          value={outcome}
          onValueChange={setOutcome}
          options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
      }
    >
      {query.isError && rows.length === 0 ? (
        <LoadError error={query.error} onRetry={() => query.refetch()} />
      ) : null}
      {query.isPending ? <TableSkeleton columns={4} rows={4} /> : null}
      {query.isSuccess && rows.length === 0 ? <EmptyState title={t("empty")} /> : null}
      {rows.length > 0 ? (
        <DataTable label={t("title")} columns={columns} rows={rows} rowId={(row) => row.id} />
      ) : null}
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

function LoadError({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const t = useTranslations("errors.load");
  const reference = error instanceof ApiError ? error.requestId : undefined;
  return (
    <ErrorCard title={t("title")} onRetry={onRetry} requestId={reference}>
      {t("body")}
    </ErrorCard>
  );
}

function useColumns(key: string): DataColumn<SignIn>[] {
  const t = useTranslations("sso.signIns");
  const reason = useSignInReason();
  const provider = useProviderName(key);
  return useMemo(
    () => [
      {
        id: "person",
        header: t("person"),
        cell: (row) => (
          <span className="grid">
            {row.userId !== null ? (
              <Link href={`/access/users/${row.userId}`} className="font-medium hover:underline">
                {row.personName ?? row.nameId}
              </Link>
            ) : (
              <span className="break-all font-medium">{row.nameId ?? t("unknown")}</span>
            )}
            {row.matchedBy !== null ? (
              <span className="break-all text-muted-foreground text-xs">
                {t("matched", { nameId: row.nameId ?? "", by: t(`by.${row.matchedBy}`) })}
              </span>
            ) : null}
          </span>
        ),
      },
      {
        id: "result",
        header: t("result"),
        cell: (row) => (
          <span className="grid justify-items-start gap-1">
            <StatusPill status={row.ok ? "ok" : "warn"}>
              {row.ok ? t("ok") : reason(row.reason, provider)}
            </StatusPill>
            {row.detail ? (
              <span className="max-w-prose break-words text-muted-foreground text-xs">{row.detail}</span>
            ) : null}
          </span>
        ),
      },
      {
        id: "method",
        header: t("method"),
        from: "md",
        cell: (row) => `${t(`methods.${row.method}`)}${row.test ? ` · ${t("test")}` : ""}`,
      },
      { id: "at", header: t("at"), cell: (row) => <TimeAgo at={row.at} /> },
    ],
    [t, reason, provider],
  );
}
