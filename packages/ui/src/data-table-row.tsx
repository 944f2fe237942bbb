"use client";

import type { MouseEvent, ReactNode } from "react";
import { Checkbox } from "./checkbox.tsx";
import { cn } from "./cn.tsx";
import type { DataColumn } from "./data-column.tsx";
import type { Selection } from "./data-table.tsx";
import { fromStyles } from "./data-table-head.tsx";

export interface DataTableRowProps<Row> {
  readonly id: string;
  readonly row: Row;
  readonly columns: readonly DataColumn<Row>[];
  readonly selected: boolean;
  readonly selection: Selection<Row> | undefined;
  readonly onRowPress: ((row: Row) => void) | undefined;
  readonly rowActions: ((row: Row) => ReactNode) | undefined;
}

const cellStyles =
  "h-11 border-border border-b px-3 py-2 align-middle sm:first:ps-4 sm:last:pe-4 group-last:border-b-0 max-sm:h-auto max-sm:border-0 max-sm:p-0";

/** One row; below 640 px a card with the first column as its title and the other columns named. */
export function DataTableRow<Row>(props: DataTableRowProps<Row>) {
  const { id, row, columns, selected, selection, onRowPress, rowActions } = props;
  return (
    <tr
      data-row-id={id}
      data-selected={selected || undefined}
      onClick={(event) => {
        if (onRowPress && !onControl(event)) onRowPress(row);
      }}
      className={cn(
        "group relative transition-colors duration-100 focus-within:bg-muted/60 hover:bg-muted/60 data-[selected]:bg-info-bg/50 max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-x-3 max-sm:gap-y-1.5 max-sm:border-border max-sm:border-b max-sm:p-4 max-sm:last:border-b-0",
        onRowPress && "cursor-pointer",
      )}
    >
      {selection ? (
        <td className={cn(cellStyles, "w-10 pe-0 max-sm:hidden")}>
          <Checkbox
            label={selection.labelFor(row)}
            checked={selected}
            onCheckedChange={(checked) => {
              const next = new Set(selection.selected);
              if (checked) next.add(id);
              else next.delete(id);
              selection.onChange(next);
            }}
          />
        </td>
      ) : null}
      {columns.map((column, index) => (
        <td
          key={column.id}
          className={cn(
            cellStyles,
            column.from && fromStyles[column.from],
            column.align === "end" && "sm:text-end",
            column.className,
            index === 0
              ? "max-sm:col-start-1"
              : "max-sm:col-span-2 max-sm:grid max-sm:grid-cols-[7rem_minmax(0,1fr)] max-sm:gap-2",
            index > 0 && column.card === false && "max-sm:hidden",
          )}
        >
          {index === 0 ? null : (
            <span aria-hidden className="hidden text-muted-foreground max-sm:inline">
              {column.header}
            </span>
          )}
          <div className="min-w-0">{column.cell(row)}</div>
        </td>
      ))}
      {rowActions ? (
        <td
          className={cn(
            cellStyles,
            "w-12 text-end max-sm:col-start-2 max-sm:row-start-1 max-sm:-me-2 max-sm:-mt-1.5",
          )}
        >
          {rowActions(row)}
        </td>
      ) : null}
    </tr>
  );
}

/** Whether the press was on something that acts by itself, or ended a selection of text. */
function onControl(event: MouseEvent): boolean {
  if (event.defaultPrevented || window.getSelection()?.toString()) return true;
  return event.target instanceof Element && event.target.closest("a,button,input,label,[role]") !== null;
}
