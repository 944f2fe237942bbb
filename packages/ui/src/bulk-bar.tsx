"use client";

import { X } from "lucide-react";
import { type FocusEvent, type ReactNode, useRef } from "react";
import { IconButton } from "./button.tsx";
import { cn } from "./cn.tsx";
import { useLabels } from "./labels.tsx";

export interface BulkBarProps {
  readonly count: number;
  readonly onClear: () => void;
  /** Buttons for what can be done with the selected rows. */
  readonly children: ReactNode;
}

/** Actions on selected rows. Out of reach while nothing is selected; clearing gives the focus back to where it came from. */
export function BulkBar({ count, onClear, children }: BulkBarProps) {
  const labels = useLabels();
  const cameFrom = useRef<HTMLElement>(null);
  const remember = ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) => {
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget)) {
      cameFrom.current = relatedTarget;
    }
  };
  const clear = () => {
    onClear();
    cameFrom.current?.focus();
  };
  return (
    <div
      role="toolbar"
      aria-label={labels.selected(count)}
      inert={count === 0}
      onFocus={remember}
      onKeyDown={(event) => {
        if (event.key === "Escape") clear();
      }}
      className={cn(
        "sticky bottom-4 z-20 mx-auto flex w-fit max-w-full flex-wrap items-center gap-2 rounded-card border border-border bg-surface py-2 ps-4 pe-2 shadow-layer transition-opacity duration-140",
        count === 0 && "pointer-events-none absolute opacity-0",
      )}
    >
      <span className="text-13 tabular-nums">{labels.selected(count)}</span>
      {children}
      <IconButton label={labels.clearSelection} onClick={clear}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
