"use client";

import { Callout } from "@rollcall/ui/callout";
import { ColumnMenu } from "@rollcall/ui/column-menu";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { createSerializer } from "nuqs";
import { useCallback } from "react";
import { useHiddenColumns } from "~/features/list/use-hidden-columns.ts";
import { useConsole } from "~/features/shell/console-context.tsx";
import { ActivityFilters } from "./activity-filters.tsx";
import { ActivityList } from "./activity-list.tsx";
import { useColumns } from "./columns.tsx";
import { EventSheet } from "./event-sheet.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { ignoredFilters } from "./ignored-filters.ts";
import { CLEARED, useActivityView, viewParsers } from "./view.ts";

const HIDDEN_AT_FIRST = ["ip", "duration", "requestId", "externalId"];

const serialize = createSerializer(viewParsers);

/** Activity: every request of the identity provider, what came of it, and why. */
export function ActivityPage() {
  const t = useTranslations("activity");
  const { may } = useConsole();
  const activity = useActivityView();
  const { view, setView, query, filtered } = activity;
  const hrefOf = useCallback((id: string) => serialize({ ...view, event: id }), [view]);
  const open = useCallback((event: string | null) => void setView({ event }), [setView]);
  const columns = useColumns(hrefOf);
  const { hidden, setHidden, parsers } = useHiddenColumns("activity", columns, HIDDEN_AT_FIRST);
  const ignored = ignoredFilters(useSearchParams(), parsers);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <ActivityFilters
        {...activity}
        end={
          <>
            <ColumnMenu columns={columns} hidden={hidden} onHiddenChange={setHidden} />
            {may("activity.export") ? <ExportMenu query={query} /> : null}
          </>
        }
      />
      {ignored.length > 0 ? (
        <Callout status="info" role="status">
          {t("ignored", { filters: ignored.join(", ") })}
        </Callout>
      ) : null}
      <ActivityList
        query={query}
        filtered={filtered}
        hidden={hidden}
        hrefOf={hrefOf}
        onOpen={open}
        onClear={() => setView(CLEARED)}
        onShowLookups={() => setView({ lookups: true })}
      />
      <EventSheet id={view.event} query={query} onOpen={open} />
    </div>
  );
}
