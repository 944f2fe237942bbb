import type { ReactNode } from "react";
import { cn } from "./cn.tsx";

/** A quiet label: a count, a kind. */
export function Badge({
  children,
  className,
}: {
  readonly children: ReactNode;
  readonly className?: string;
}) {
  return (
    <span
      className={cn(
        "inline-flex min-w-5 items-center justify-center gap-1 rounded-full border border-border bg-surface px-1.5 py-px font-medium text-muted-foreground text-xs tabular-nums",
        className,
      )}
    >
      {children}
    </span>
  );
}
