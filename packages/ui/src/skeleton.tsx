"use client";

import type { ReactNode } from "react";
import { cn } from "./cn.tsx";
import { useLabels } from "./labels.tsx";
import { useDelayed } from "./use-delayed.tsx";

/** A grey shape of the size of what comes. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <span aria-hidden className={cn("block animate-pulse rounded-md bg-muted", className)} />;
}

export interface LoadingProps {
  readonly loading: boolean;
  /** Skeletons in the geometry of the content. */
  readonly placeholder: ReactNode;
  readonly children: ReactNode;
}

/**
 * Shows the placeholder late and never briefly; its space is kept from the start. That it comes late is the style
 * sheet's: a placeholder that the server streams is on the page before any script is.
 */
export function Loading({ loading, placeholder, children }: LoadingProps) {
  const shown = useDelayed(loading);
  const labels = useLabels();
  if (!loading && !shown) return children;
  return (
    <div aria-busy="true" className="animate-late">
      <span className="sr-only">{labels.loading}</span>
      {placeholder}
    </div>
  );
}

/** A thin line at the top edge of what is being fetched again; the old content stays. */
export function ProgressLine({ active }: { readonly active: boolean }) {
  const shown = useDelayed(active);
  return (
    <div
      aria-hidden
      dir="ltr"
      className="pointer-events-none absolute inset-x-0 top-0 z-10 h-0.5 overflow-hidden rtl:-scale-x-100"
    >
      {shown ? (
        <div className="h-full w-2/5 animate-[slide-line_1.1s_ease-in-out_infinite] bg-primary" />
      ) : null}
    </div>
  );
}
