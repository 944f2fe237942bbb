"use client";

import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { Checkbox } from "./checkbox.tsx";
import { cn } from "./cn.tsx";
import type { DataColumn, Sort } from "./data-column.tsx";
import type { Selection } from "./data-table.tsx";
import { useLabels } from "./labels.tsx";

export interface DataTableHeadProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly sort: Sort | undefined;
  readonly onSort: (column: string) => void;
  readonly selection: Selection<Row> | undefined;
  readonly rowActionsLabel: string | undefined;
}

const cellStyles =
  "sticky top-14 z-10 h-10 border-border border-b bg-surface px-3 text-start font-medium text-muted-foreground first:rounded-ss-card first:ps-4 last:rounded-se-card last:pe-4";

/**
 * Column names, each sortable one a button; the box that selects the page. On phones only the names are left, for
 * screen readers: nothing that can have the focus is out of sight.
 */
export function DataTableHead<Row>(props: DataTableHeadProps<Row>) {
  const { columns, rows, rowId, sort, onSort, selection, rowActionsLabel } = props;
  return (
    <thead className="max-sm:sr-only">
      <tr>
        {selection ? (
          <th scope="col" className={cn(cellStyles, "w-10 pe-0 max-sm:hidden")}>
            <SelectPage rows={rows} rowId={rowId} selection={selection} />
          </th>
        ) : null}
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            aria-sort={ariaSort(column, sort)}
            className={cn(cellStyles, column.align === "end" && "text-end", column.className)}
          >
            {column.sortable ? (
              <>
                <span className="sm:hidden">{column.header}</span>
                <SortButton column={column} sort={sort} onSort={onSort} />
              </>
            ) : (
              column.header
            )}
          </th>
        ))}
        {rowActionsLabel === undefined ? null : (
          <th scope="col" className={cn(cellStyles, "w-12")}>
            <span className="sr-only">{rowActionsLabel}</span>
          </th>
        )}
      </tr>
    </thead>
  );
}

function ariaSort<Row>(column: DataColumn<Row>, sort: Sort | undefined) {
  if (!column.sortable) return undefined;
  if (sort?.column !== column.id) return "none";
  return sort.direction === "asc" ? "ascending" : "descending";
}

function SortButton<Row>({
  column,
  sort,
  onSort,
}: {
  readonly column: DataColumn<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: (column: string) => void;
}) {
  const labels = useLabels();
  const active = sort?.column === column.id;
  const Icon = !active ? ChevronsUpDown : sort.direction === "asc" ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      title={labels.sortBy(column.header)}
      onClick={() => onSort(column.id)}
      className={cn(
        "-mx-1.5 inline-flex min-h-7 items-center py-1 gap-1 rounded-md px-1.5 text-start hover:text-foreground max-sm:hidden",
        active && "text-foreground",
      )}
    >
      {column.header}
      <Icon aria-hidden className={cn("size-3.5 shrink-0", !active && "opacity-60")} />
    </button>
  );
}

function SelectPage<Row>({
  rows,
  rowId,
  selection,
}: {
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly selection: Selection<Row>;
}) {
  const labels = useLabels();
  const chosen = rows.filter((row) => selection.selected.has(rowId(row))).length;
  return (
    <Checkbox
      label={labels.selectAll}
      checked={rows.length > 0 && chosen === rows.length}
      indeterminate={chosen > 0 && chosen < rows.length}
      onCheckedChange={(checked) => {
        const next = new Set(selection.selected);
        for (const row of rows) {
          if (checked) next.add(rowId(row));
          else next.delete(rowId(row));
        }
        selection.onChange(next);
      }}
    />
  );
}
