"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { Button } from "./button.tsx";
import { cn } from "./cn.tsx";
import { keepTab } from "./keep-tab.tsx";
import { useLabels } from "./labels.tsx";
import { scrollByKeys } from "./scroll-by-keys.tsx";

export const backdropStyles =
  "fixed inset-0 z-50 bg-backdrop transition-opacity duration-150 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0";

/** Centred from 640 px on; below, a sheet that rises from the bottom edge, its buttons in reach of the thumb. */
export const popupStyles =
  "fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col rounded-t-dialog border border-border bg-surface text-foreground shadow-layer outline-none transition-[opacity,transform] duration-160 data-[ending-style]:translate-y-4 data-[starting-style]:translate-y-4 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0 sm:inset-x-auto sm:start-1/2 sm:top-1/2 sm:bottom-auto sm:max-h-[86dvh] sm:w-[calc(100vw-3rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-dialog sm:data-[ending-style]:scale-98 sm:data-[starting-style]:scale-98 sm:data-[ending-style]:-translate-y-1/2 sm:data-[starting-style]:-translate-y-1/2 rtl:sm:translate-x-1/2";

/** A button that closes the dialog around it, by way of its `onOpenChange`. */
export function DialogClose({ children }: { readonly children: ReactNode }) {
  return <Base.Close render={<Button />}>{children}</Base.Close>;
}

const widths = { sm: "sm:max-w-md", md: "sm:max-w-xl", lg: "sm:max-w-3xl" } as const;

export interface DialogProps {
  readonly open: boolean;
  /** Called for Escape, a press outside and the close button alike; the owner may refuse by not closing. */
  readonly onOpenChange: (open: boolean) => void;
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons; the primary one last. */
  readonly footer?: ReactNode;
  readonly size?: keyof typeof widths;
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly finalFocus?: RefObject<HTMLElement | null>;
}

/** A modal dialog: focus trapped and returned, background inert, title and description announced. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  size = "md",
  initialFocus,
  finalFocus,
}: DialogProps) {
  const labels = useLabels();
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={backdropStyles} />
        <Base.Popup
          ref={keepTab}
          className={cn(popupStyles, widths[size])}
          initialFocus={initialFocus}
          finalFocus={finalFocus}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-5 sm:px-6">
            <div className="wrap-anywhere grid min-w-0 gap-1">
              <Base.Title className="font-semibold text-base">{title}</Base.Title>
              {description ? (
                <Base.Description className="text-muted-foreground text-sm">{description}</Base.Description>
              ) : null}
            </div>
            <Base.Close
              aria-label={labels.close}
              className="-me-2 -mt-1.5 grid size-8 shrink-0 place-items-center rounded-md text-muted-foreground hover:bg-muted hover:text-foreground max-sm:size-10"
            >
              <X aria-hidden className="size-4" />
            </Base.Close>
          </div>
          <div ref={scrollByKeys} className="wrap-anywhere grow overflow-y-auto px-5 py-4 sm:px-6">
            {children}
          </div>
          {footer ? (
            <div className="flex flex-col-reverse gap-2 border-border border-t px-5 py-4 sm:flex-row sm:justify-end sm:px-6 [&>button]:max-sm:w-full">
              {footer}
            </div>
          ) : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
