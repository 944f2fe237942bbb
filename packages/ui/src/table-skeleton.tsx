import { cn } from "./cn.tsx";
import { Skeleton } from "./skeleton.tsx";

export interface TableSkeletonProps {
  readonly rows?: number;
  readonly columns?: number;
  /** Lines in the first cell of a row: a name, or a name over an address. */
  readonly lines?: 1 | 2;
}

/** The shape of a table page before its first rows, as high as they will be. */
export function TableSkeleton({ rows = 8, columns = 4, lines = 1 }: TableSkeletonProps) {
  return (
    <div aria-hidden className="overflow-hidden rounded-card border border-border bg-surface">
      {Array.from({ length: rows + 1 }, (_, row) => (
        <div
          key={`row-${row.toString()}`}
          className={cn(
            "flex items-center gap-6 border-border border-b px-4 last:border-b-0",
            row === 0 ? "h-11 max-sm:hidden" : lines === 2 ? "h-14.25" : "h-11",
            row > 0 &&
              (lines === 2 ? "sm:in-data-[density=compact]:h-12.25" : "sm:in-data-[density=compact]:h-9"),
          )}
        >
          {Array.from({ length: columns }, (_, column) => (
            <Skeleton
              key={`cell-${column.toString()}`}
              className={cn(
                row === 0 ? "h-3 w-20" : column === 0 ? "h-4 w-48" : "h-4 w-24",
                column > 0 && "max-sm:hidden",
              )}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
