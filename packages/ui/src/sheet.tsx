"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { KeyboardEventHandler, ReactNode } from "react";
import { cn } from "./cn.tsx";
import { backdropStyles } from "./dialog.tsx";
import { keepTab } from "./keep-tab.tsx";
import { useLabels } from "./labels.tsx";
import { scrollByKeys } from "./scroll-by-keys.tsx";

const sides = {
  end: "end-0 border-s sm:max-w-xl data-[ending-style]:translate-x-6 data-[starting-style]:translate-x-6 rtl:data-[ending-style]:-translate-x-6 rtl:data-[starting-style]:-translate-x-6",
  start:
    "start-0 max-w-72 border-e data-[ending-style]:-translate-x-6 data-[starting-style]:-translate-x-6 rtl:data-[ending-style]:translate-x-6 rtl:data-[starting-style]:translate-x-6",
} as const;

export interface SheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: ReactNode;
  readonly description?: ReactNode;
  /** Buttons beside the close button: previous and next, for instance. */
  readonly actions?: ReactNode;
  readonly side?: keyof typeof sides;
  readonly children: ReactNode;
  readonly onKeyDown?: KeyboardEventHandler;
}

/** A modal panel at the side of the page: details of a row, or the navigation on a phone. */
export function Sheet(props: SheetProps) {
  const { open, onOpenChange, title, description, actions, side = "end", children, onKeyDown } = props;
  const labels = useLabels();
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={backdropStyles} />
        <Base.Popup
          ref={keepTab}
          onKeyDown={onKeyDown}
          className={cn(
            "fixed inset-y-0 z-50 flex w-full flex-col border-border bg-surface text-foreground shadow-layer outline-none transition-[opacity,transform] duration-160 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0",
            sides[side],
          )}
        >
          <div className="flex items-start justify-between gap-3 border-border border-b px-5 py-4">
            <div className="grid min-w-0 gap-0.5">
              <Base.Title className="wrap-anywhere font-semibold text-base">{title}</Base.Title>
              {description ? (
                <Base.Description render={<div />} className="text-13 text-muted-foreground">
                  {description}
                </Base.Description>
              ) : null}
            </div>
            <div className="flex shrink-0 items-center gap-1">
              {actions}
              <Base.Close
                aria-label={labels.close}
                className="grid size-8 place-items-center rounded-md text-muted-foreground hover:bg-muted hover:text-foreground max-sm:size-10"
              >
                <X aria-hidden className="size-4" />
              </Base.Close>
            </div>
          </div>
          <div ref={scrollByKeys} className="wrap-anywhere grow overflow-y-auto">
            {children}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
