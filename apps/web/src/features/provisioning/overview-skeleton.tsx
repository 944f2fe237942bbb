"use client";

import { Card } from "@rollcall/ui/card";
import { Loading, Skeleton } from "@rollcall/ui/skeleton";

/** The overview's geometry while it is read. The switch is a shape, not Off: it must not seem to flip. */
export function OverviewSkeleton() {
  return (
    <Loading
      loading
      placeholder={
        <div className="grid gap-6">
          <Card className="flex h-30 items-start justify-between gap-4 p-5">
            <Skeleton className="h-9 w-56" />
            <Skeleton className="h-9 w-52" />
          </Card>
          <Skeleton className="h-19 w-full rounded-card" />
          <Skeleton className="h-16 w-full rounded-card" />
          <Skeleton className="h-38 w-full rounded-card" />
        </div>
      }
    >
      {null}
    </Loading>
  );
}
