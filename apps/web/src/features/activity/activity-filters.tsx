"use client";

import { Checkbox } from "@rollcall/ui/checkbox";
import { ClearFilters, FilterBar, FilterChoice, FilterMany } from "@rollcall/ui/filter-bar";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ListSearch } from "~/features/list/list-search.tsx";
import { CustomRange } from "./custom-range.tsx";
import { ReasonChip } from "./reason-chip.tsx";
import { KINDS, OUTCOMES, RANGES } from "./schema.ts";
import { CLEARED, type useActivityView } from "./view.ts";

type View = ReturnType<typeof useActivityView>;

/** Outcome, kind, subject, time and look-ups, all in the address. `end` stands at the other side. */
export function ActivityFilters({ view, setView, filtered, end }: View & { readonly end: ReactNode }) {
  const t = useTranslations("activity");
  const options = <V extends string>(group: string, values: readonly V[]) =>
    values.map((value) => {
      const message: string = `${group}.${value}`;
      return { value, label: t(message) };
    });
  return (
    <div className="grid gap-2">
      <FilterBar end={end}>
        <ListSearch
          label={t("filters.search")}
          value={view.q}
          onSearch={(q) => setView({ q }, { history: "replace" })}
        />
        <FilterMany
          label={t("filters.outcome")}
          anyLabel={t("filters.any")}
          values={view.outcome}
          options={options(
            "outcome",
            OUTCOMES.filter((outcome) => outcome !== "lookup"),
          )}
          onValuesChange={(outcome) => setView({ outcome })}
        />
        <FilterChoice
          label={t("filters.kind")}
          neutral="any"
          value={view.kind ?? "any"}
          options={[{ value: "any", label: t("filters.any") }, ...options("kind", KINDS)]}
          onValueChange={(kind) => setView({ kind: kind === "any" ? null : kind })}
        />
        <FilterChoice
          label={t("filters.since")}
          neutral="any"
          value={view.since}
          options={options("since", RANGES)}
          onValueChange={(since) => setView({ since, from: null, to: null })}
        />
        <Checkbox checked={view.lookups} onCheckedChange={(lookups) => setView({ lookups })}>
          {t("filters.lookups")}
        </Checkbox>
        {filtered ? <ClearFilters label={t("filters.clear")} onClear={() => setView(CLEARED)} /> : null}
      </FilterBar>
      {view.since === "custom" ? (
        <CustomRange from={view.from} to={view.to} onChange={(range) => setView(range)} />
      ) : null}
      {view.reason ? <ReasonChip code={view.reason} onRemove={() => setView({ reason: null })} /> : null}
    </div>
  );
}
