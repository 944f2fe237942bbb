"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "./button.tsx";
import { cn } from "./cn.tsx";
import { useLabels } from "./labels.tsx";

export interface BulkBarProps {
  readonly count: number;
  readonly onClear: () => void;
  /** Buttons for what can be done with the selected rows. */
  readonly children: ReactNode;
}

/** Actions on selected rows. Out of reach while nothing is selected. */
export function BulkBar({ count, onClear, children }: BulkBarProps) {
  const labels = useLabels();
  return (
    <div
      inert={count === 0}
      className={cn(
        "sticky bottom-4 z-20 mx-auto flex w-fit max-w-full flex-wrap items-center gap-2 rounded-card border border-border bg-surface py-2 ps-4 pe-2 shadow-layer transition-opacity duration-140",
        count === 0 && "pointer-events-none absolute opacity-0",
      )}
    >
      <span className="text-13 tabular-nums">{labels.selected(count)}</span>
      {children}
      <IconButton label={labels.clearSelection} onClick={onClear}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
