import { Card } from "@rollcall/ui/card";
import { Skeleton } from "@rollcall/ui/skeleton";
import { TableSkeleton } from "@rollcall/ui/table-skeleton";

const OURS = ["audience", "acs", "validator"];
const THEIRS = ["issuer", "address"];

/** The SSO page's geometry while it is read: the protocols, what to give and what to paste, the sign-ins. */
export function SsoSkeleton() {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <div className="grid max-w-[55rem] grid-cols-[minmax(0,1fr)]">
        <div className="flex h-10 items-center gap-5 border-border border-b">
          <Skeleton className="h-4 w-16" />
          <Skeleton className="h-4 w-28" />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 pt-6 lg:grid-cols-2">
          <Card className="grid gap-5 p-5">
            <Skeleton className="h-6 w-44" />
            {OURS.map((field) => (
              <FieldSkeleton key={field} className="h-15" />
            ))}
            <Skeleton className="h-10" />
          </Card>
          <Card className="grid gap-5 p-5">
            <Skeleton className="h-6 w-44" />
            <div className="grid gap-2">
              <FieldSkeleton className="h-9 max-sm:h-11" hint="h-10" />
              <Skeleton className="h-9 w-32 max-sm:h-11" />
            </div>
            {THEIRS.map((field) => (
              <FieldSkeleton key={field} className="h-9 max-sm:h-11" />
            ))}
            <FieldSkeleton className="h-24.5" hint="h-10" />
            <Skeleton className="h-9 w-36 max-sm:h-11" />
          </Card>
        </div>
      </div>
      <div className="grid gap-3">
        <Skeleton className="h-11 w-64" />
        <Skeleton className="h-9 w-80 max-sm:h-11" />
        <TableSkeleton columns={5} rows={4} lines={2} />
      </div>
    </div>
  );
}

/** A label, what the other product calls it, and a field. */
function FieldSkeleton({ className, hint = "h-5" }: { readonly className: string; readonly hint?: string }) {
  return (
    <div className="grid gap-1.5">
      <Skeleton className="h-5 w-32" />
      <Skeleton className={`${hint} w-56`} />
      <Skeleton className={className} />
    </div>
  );
}
