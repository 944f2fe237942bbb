"use client";

import { Check, Copy } from "lucide-react";
import type { RefObject } from "react";
import { buttonStyles } from "./button.tsx";
import { cn } from "./cn.tsx";
import { useLabels } from "./labels.tsx";
import { useAnnounce } from "./live-region.tsx";
import { useCopy } from "./use-copy.tsx";

export interface CopyButtonProps {
  /** What is copied, as a name: "SCIM URL". */
  readonly name: string;
  readonly text: string;
  /** Selected when copying by machine fails, so that Ctrl+C works. */
  readonly selectOnFailure?: RefObject<HTMLInputElement | HTMLTextAreaElement | null>;
  readonly onCopied?: () => void;
  /** Why copying is not possible now; shown and announced. */
  readonly disabledReasonId?: string;
  readonly small?: boolean;
  readonly className?: string;
}

/** Copies a text and says so, to eye and ear, only when it happened. */
export function CopyButton(props: CopyButtonProps) {
  const { name, text, selectOnFailure, onCopied, disabledReasonId, small, className } = props;
  const labels = useLabels();
  const announce = useAnnounce();
  const { state, copy } = useCopy();
  const disabled = disabledReasonId !== undefined;
  const onClick = async () => {
    if (disabled) return;
    if (await copy(text)) {
      announce(labels.copiedName(name));
      onCopied?.();
      return;
    }
    announce(labels.copyManually);
    selectOnFailure?.current?.focus();
    selectOnFailure?.current?.select();
  };
  return (
    <span className="relative inline-flex shrink-0">
      <button
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
        <span
          aria-hidden
          className="-translate-x-1/2 pointer-events-none absolute bottom-full left-1/2 z-60 mb-1.5 animate-fade-in whitespace-nowrap rounded-md bg-foreground px-2 py-1 text-background text-xs"
        >
          {state === "copied" ? labels.copied : labels.copyManually}
        </span>
      )}
    </span>
  );
}
