import { cn } from "./cn.tsx";
import { Skeleton } from "./skeleton.tsx";

/** The shape of a table page before its first rows. */
export function TableSkeleton({
  rows = 8,
  columns = 4,
}: {
  readonly rows?: number;
  readonly columns?: number;
}) {
  return (
    <div aria-hidden className="overflow-hidden rounded-card border border-border bg-surface">
      {Array.from({ length: rows + 1 }, (_, row) => (
        <div
          key={`row-${row.toString()}`}
          className="flex h-11 items-center gap-6 border-border border-b px-4 last:border-b-0"
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
