"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode, RefObject } from "react";

/** Makes neighbouring tooltips open at once after the first. Stands once near the root. */
export const TooltipProvider = Base.Provider;

type Side = "top" | "bottom" | "left" | "right" | "inline-end";

export interface TooltipProps {
  /** Never the only carrier of what it says. */
  readonly text: ReactNode;
  readonly side?: Side;
  /** The element that it explains; it takes focus. */
  readonly children: ReactElement;
}

/** A short text on hover and focus, for the eye alone. */
export function Tooltip({ text, side = "top", children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={300} />
      <Bubble side={side}>{text}</Bubble>
    </Base.Root>
  );
}

export interface NoteProps {
  readonly at: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** The same at an element where something just happened. */
export function Note({ at, children }: NoteProps) {
  return (
    <Base.Root open>
      <Bubble side="top" at={at}>
        {children}
      </Bubble>
    </Base.Root>
  );
}

interface BubbleProps {
  readonly side: Side;
  readonly at?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

function Bubble({ side, at, children }: BubbleProps) {
  return (
    <Base.Portal>
      <Base.Positioner
        side={side}
        sideOffset={6}
        aria-hidden
        className="z-60"
        {...(at ? { anchor: at } : {})}
      >
        <Base.Popup className="max-w-72 rounded-md bg-foreground px-2 py-1 text-background text-xs transition-opacity duration-120 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0">
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
