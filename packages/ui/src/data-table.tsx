"use client";

import {
  columnVisibilityFeature,
  type RowData,
  type RowSelectionState,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { type KeyboardEvent, type ReactNode, useMemo } from "react";
import { cn } from "./cn.tsx";
import type { DataColumn, Sort } from "./data-column.tsx";
import { DataTableHead } from "./data-table-head.tsx";
import { DataTableRow } from "./data-table-row.tsx";
import { ProgressLine } from "./skeleton.tsx";
import { TableSort } from "./table-sort.tsx";
import { useLackOfRoom } from "./use-room.tsx";

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature, rowSortingFeature });
const nothing: RowSelectionState = {};

export interface Selection<Row> {
  readonly selected: ReadonlySet<string>;
  readonly onChange: (selected: ReadonlySet<string>) => void;
  /** The checkbox's name: "Select Ada Lovelace". */
  readonly labelFor: (row: Row) => string;
}

export interface DataTableProps<Row extends RowData> {
  /** The table's name. */
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  /** One page, sorted and filtered by the server. */
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly sort?: Sort | undefined;
  readonly onSort?: (sort: Sort) => void;
  readonly selection?: Selection<Row> | undefined;
  /** Ids of columns that are switched off. */
  readonly hidden?: readonly string[];
  /** A press on the row, as a convenience: the first cell holds the real link. */
  readonly onRowPress?: (row: Row) => void;
  /** At the end of each row: a menu. */
  readonly rowActions?: (row: Row) => ReactNode;
  readonly rowActionsLabel?: string;
  /** Fetching again: the old rows stay. */
  readonly refreshing?: boolean;
  readonly className?: string;
}

/** A table whose sorting, filtering and paging are the server's. From 640 px down each row is a card. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowId, sort, onSort, selection, hidden = [], refreshing, className } = props;
  const defs = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: Row) => row,
        header: column.header,
        enableSorting: column.sortable ?? false,
        enableHiding: column.hideable ?? false,
      })),
    [columns],
  );
  const table = useTable({
    features,
    data: rows,
    columns: defs,
    getRowId: rowId,
    manualSorting: true,
    enableSortingRemoval: false,
    state: {
      sorting: sort ? [{ id: sort.column, desc: sort.direction === "desc" }] : [],
      columnVisibility: Object.fromEntries(columns.map((column) => [column.id, !hidden.includes(column.id)])),
      rowSelection: selection ? Object.fromEntries([...selection.selected].map((id) => [id, true])) : nothing,
    },
    onSortingChange: (updater) => {
      const before = sort ? [{ id: sort.column, desc: sort.direction === "desc" }] : [];
      const next = (typeof updater === "function" ? updater(before) : updater)[0];
      if (next) onSort?.({ column: next.id, direction: next.desc ? "desc" : "asc" });
    },
  });
  const lacksRoom = useLackOfRoom();
  const visible = columns.filter((column) => table.getColumn(column.id)?.getIsVisible());
  const shown = visible.filter((column) => !lacksRoom(column.from));
  const lacking = visible.filter((column) => lacksRoom(column.from));
  const clear = (event: KeyboardEvent) => {
    if (event.key === "Escape" && selection && selection.selected.size > 0) {
      event.stopPropagation();
      selection.onChange(new Set());
    }
  };
  return (
    <div className={cn("relative rounded-card border border-border bg-surface", className)}>
      <ProgressLine active={refreshing ?? false} />
      <TableSort
        columns={visible}
        sort={sort}
        onSort={onSort}
        headLacks={lacking.some((column) => column.sortable)}
      />
      <table
        aria-label={label}
        aria-busy={refreshing || undefined}
        onKeyDown={clear}
        className="w-full border-separate border-spacing-0 text-13 max-sm:block"
      >
        <DataTableHead
          columns={shown}
          rows={rows}
          rowId={rowId}
          sort={sort}
          onSort={(id) => table.getColumn(id)?.toggleSorting()}
          selection={selection}
          rowActionsLabel={props.rowActions ? props.rowActionsLabel : undefined}
        />
        <tbody className="max-sm:block">
          {table.getRowModel().rows.map((row) => (
            <DataTableRow
              key={row.id}
              id={row.id}
              row={row.original}
              columns={shown}
              lacking={lacking}
              selected={row.getIsSelected()}
              selection={selection}
              onRowPress={props.onRowPress}
              rowActions={props.rowActions}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
