import { Card } from "@rollcall/ui/card";
import { Skeleton } from "@rollcall/ui/skeleton";

/** The geometry of the page of one person or team while it is read: its header, then sections with rows. */
export function DetailSkeleton({ sections }: { readonly sections: readonly number[] }) {
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-8">
      <div className="grid gap-4">
        <div className="grid gap-1">
          <Skeleton className="h-7 w-56" />
          <Skeleton className="h-5 w-72 max-w-full" />
        </div>
        <Skeleton className="h-16.5 rounded-card" />
      </div>
      {sections.map((rows, index) => (
        <div key={`section-${index.toString()}`} className="grid gap-3">
          <Skeleton className="h-6 w-28" />
          <Card className="grid gap-3 p-4 sm:p-5">
            {Array.from({ length: rows }, (_, row) => (
              <div
                key={`row-${row.toString()}`}
                className="grid gap-x-6 gap-y-0.5 sm:grid-cols-[10rem_minmax(0,1fr)]"
              >
                <Skeleton className="h-5 w-24" />
                <Skeleton className="h-5 w-64 max-w-full" />
              </div>
            ))}
          </Card>
        </div>
      ))}
    </div>
  );
}
