"use client";

import type { MouseEvent, ReactNode } from "react";
import { Checkbox } from "./checkbox.tsx";
import { cn } from "./cn.tsx";
import type { DataColumn } from "./data-column.tsx";
import type { Selection } from "./data-table.tsx";

export interface DataTableRowProps<Row> {
  readonly id: string;
  readonly row: Row;
  readonly columns: readonly DataColumn<Row>[];
  /** Columns for which there is no room: they stand in the row's second line, with their names. */
  readonly lacking: readonly DataColumn<Row>[];
  readonly selected: boolean;
  readonly selection: Selection<Row> | undefined;
  readonly onRowPress: ((row: Row) => void) | undefined;
  readonly rowActions: ((row: Row) => ReactNode) | undefined;
}

const cellStyles =
  "h-11 border-border border-b px-3 py-2 align-middle sm:first:ps-4 sm:last:pe-4 group-last:border-b-0 max-sm:h-auto max-sm:border-0 max-sm:p-0 sm:in-data-[density=compact]:h-9 sm:in-data-[density=compact]:py-1";

/** One row; below 640 px a card with the first column as its title and the other columns named, if they say anything. */
export function DataTableRow<Row>(props: DataTableRowProps<Row>) {
  const { id, row, columns, lacking, selected, selection, onRowPress, rowActions } = props;
  const leading = columns.find((column) => column.leading) ?? columns[0];
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
            column.align === "end" && "sm:text-end",
            column.className,
            index === 0
              ? "max-sm:col-start-1"
              : "max-sm:col-span-2 max-sm:grid max-sm:grid-cols-[7rem_minmax(0,1fr)] max-sm:gap-2 max-sm:has-[>div:empty]:hidden max-sm:has-[>div>[data-none]]:hidden",
            index > 0 && column.card === false && "max-sm:hidden",
          )}
        >
          {index === 0 ? null : (
            <span aria-hidden className="hidden text-muted-foreground max-sm:inline">
              {column.header}
            </span>
          )}
          <div className="min-w-0 max-sm:wrap-anywhere">{column.cell(row)}</div>
          {column === leading && lacking.length > 0 ? <SecondLine row={row} columns={lacking} /> : null}
        </td>
      ))}
      {rowActions ? (
        <td
          className={cn(
            cellStyles,
            "w-12 whitespace-nowrap text-end max-sm:col-start-2 max-sm:row-start-1 max-sm:-me-2 max-sm:-mt-1.5",
          )}
        >
          {rowActions(row)}
        </td>
      ) : null}
    </tr>
  );
}

interface SecondLineProps<Row> {
  readonly row: Row;
  readonly columns: readonly DataColumn<Row>[];
}

/** The columns without room, each with its name; what has nothing to say in this row is left out. */
function SecondLine<Row>({ row, columns }: SecondLineProps<Row>) {
  return (
    <dl className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-xs">
      {columns.map((column) => (
        <div
          key={column.id}
          className="flex min-w-0 flex-wrap gap-x-1.5 has-[dd:empty]:hidden has-[dd>[data-none]]:hidden"
        >
          <dt className="min-w-0 text-muted-foreground">{column.header}</dt>
          <dd className="wrap-anywhere min-w-0">{column.cell(row)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Whether the press was on something that acts by itself, or ended a selection of text. */
function onControl(event: MouseEvent): boolean {
  if (event.defaultPrevented || window.getSelection()?.toString()) return true;
  return event.target instanceof Element && event.target.closest("a,button,input,label,[role]") !== null;
}
