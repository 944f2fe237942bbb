"use client";

import { Check, Copy } from "lucide-react";
import { lazy, type RefObject, Suspense, useRef } from "react";
import { buttonStyles } from "./button.tsx";
import { cn } from "./cn.tsx";
import { useLabels } from "./labels.tsx";
import { useAnnounce } from "./live-region.tsx";
import { useCopy } from "./use-copy.tsx";

/** Loaded when there is something to say: a copy button is part of pages that have to be light. */
const Note = lazy(async () => ({ default: (await import("./tooltip.tsx")).Note }));

export interface CopyButtonProps {
  /** What is copied, as a name: "SCIM URL". */
  readonly name: string;
  readonly text: string;
  /** Shows the same text: selected when copying by machine fails, so that Ctrl+C works. */
  readonly selectOnFailure: RefObject<HTMLElement | null>;
  readonly onCopied?: () => void;
  /** Called before the text is selected, to bring it into sight. */
  readonly onFailed?: (() => void) | undefined;
  /** Why copying is not possible now; shown and announced. */
  readonly disabledReasonId?: string;
  readonly small?: boolean;
  readonly className?: string;
}

/** Copies a text and says so, to eye and ear, only when it happened. */
export function CopyButton(props: CopyButtonProps) {
  const { name, text, selectOnFailure, onCopied, onFailed, disabledReasonId, small, className } = props;
  const labels = useLabels();
  const announce = useAnnounce();
  const { state, copy } = useCopy();
  const button = useRef<HTMLButtonElement>(null);
  const disabled = disabledReasonId !== undefined;
  const onClick = async () => {
    if (disabled) return;
    if (await copy(text)) {
      announce(labels.copiedName(name));
      onCopied?.();
      return;
    }
    onFailed?.();
    if (selectOnFailure.current) selectText(selectOnFailure.current);
    announce(labels.copyManually);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        onClick={onClick}
        aria-label={labels.copy(name)}
        aria-disabled={disabled || undefined}
        aria-describedby={disabledReasonId}
        title={labels.copy(name)}
        className={cn(
          buttonStyles({ variant: "ghost", size: small ? "iconSm" : "icon" }),
          disabled && "opacity-50",
          className,
        )}
      >
        {state === "copied" ? <Check aria-hidden className="text-ok" /> : <Copy aria-hidden />}
      </button>
      {state === "idle" ? null : (
        <Suspense fallback={null}>
          <Note at={button}>{state === "copied" ? labels.copied : labels.copyManually}</Note>
        </Suspense>
      )}
    </>
  );
}

function selectText(element: HTMLElement): void {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    element.focus();
    element.select();
    return;
  }
  window.getSelection()?.selectAllChildren(element);
}
