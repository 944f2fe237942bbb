"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";

/** Makes neighbouring tooltips open at once after the first. Stands once near the root. */
export const TooltipProvider = Base.Provider;

export interface TooltipProps {
  /** Never the only carrier of what it says. */
  readonly text: ReactNode;
  readonly side?: "top" | "bottom" | "left" | "right" | "inline-end";
  /** The element that it explains; it takes focus. */
  readonly children: ReactElement;
}

/** A short text on hover and focus. */
export function Tooltip({ text, side = "top", children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={300} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-60">
          <Base.Popup className="max-w-72 rounded-md bg-foreground px-2 py-1 text-background text-xs transition-opacity duration-120 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0">
            {text}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
