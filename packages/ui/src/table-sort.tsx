"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { IconButton } from "./button.tsx";
import { cn } from "./cn.tsx";
import type { DataColumn, Sort } from "./data-column.tsx";
import { useLabels } from "./labels.tsx";
import { Select } from "./select.tsx";

export interface TableSortProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
  /** The head lacks a column that sorts. On phones, where rows are cards, it lacks them all. */
  readonly headLacks: boolean;
}

/** Where the head of the table cannot be pressed: which column sorts, and which way. */
export function TableSort<Row>({ columns, sort, onSort, headLacks }: TableSortProps<Row>) {
  const labels = useLabels();
  const sortable = columns.filter((column) => column.sortable);
  if (!sort || !onSort || sortable.length === 0) return null;
  const ascending = sort.direction === "asc";
  const Icon = ascending ? ArrowUp : ArrowDown;
  return (
    <div
      className={cn("flex items-center gap-2 border-border border-b p-3 sm:px-4", !headLacks && "sm:hidden")}
    >
      <Select
        label={labels.sort}
        className="sm:max-w-72"
        value={sort.column}
        options={sortable.map((column) => ({ value: column.id, label: labels.sortBy(column.header) }))}
        onValueChange={(column) => onSort({ column, direction: "asc" })}
      />
      <IconButton
        label={ascending ? labels.sortDescending : labels.sortAscending}
        className="max-sm:size-11"
        variant="secondary"
        onClick={() => onSort({ column: sort.column, direction: ascending ? "desc" : "asc" })}
      >
        <Icon aria-hidden />
      </IconButton>
    </div>
  );
}
