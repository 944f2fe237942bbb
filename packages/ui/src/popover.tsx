"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn.tsx";
import { layerStyles } from "./menu.tsx";

export interface PopoverProps {
  readonly trigger: ReactElement;
  /** The accessible name of the layer. */
  readonly label: string;
  readonly openOnHover?: boolean;
  readonly align?: "start" | "center" | "end";
  readonly className?: string;
  readonly children: ReactNode;
}

/** A small layer beside its trigger; Escape and a press outside close it, focus returns. */
export function Popover({ trigger, label, openOnHover, align = "start", className, children }: PopoverProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} openOnHover={openOnHover ?? false} delay={300} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={6} className="z-60 outline-none">
          <Base.Popup
            aria-label={label}
            className={cn(layerStyles, "wrap-anywhere max-w-[var(--available-width)] p-3", className)}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
