import type { ReactNode } from "react";
import type { Room } from "./use-room.tsx";

export type SortDirection = "asc" | "desc";

export interface Sort {
  readonly column: string;
  readonly direction: SortDirection;
}

export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The server can sort by it. */
  readonly sortable?: boolean;
  /** May be switched off in the column menu. The first column never may. */
  readonly hideable?: boolean;
  /** Off until switched on. */
  readonly hiddenAtFirst?: boolean;
  /** No column of its own below this width: there it stands in the row's second line, and on a phone in its card. */
  readonly from?: Room;
  /** What names the row: the columns without room stand under it. Where none says so it is the first. */
  readonly leading?: boolean;
  readonly align?: "start" | "end";
  readonly className?: string;
  /** Left out of the card that stands for the row on a phone. */
  readonly card?: boolean;
}

/** The direction after a press on a column's sort button. */
export function nextSort(sort: Sort | undefined, column: string): Sort {
  if (sort?.column !== column) return { column, direction: "asc" };
  return { column, direction: sort.direction === "asc" ? "desc" : "asc" };
}
