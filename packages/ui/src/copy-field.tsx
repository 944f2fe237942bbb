"use client";

import { type ReactNode, useId, useRef } from "react";
import { cn } from "./cn.tsx";
import { CopyButton } from "./copy-button.tsx";

export interface CopyFieldProps {
  readonly label: string;
  /** Under the label: what the other product calls this. */
  readonly hint?: ReactNode;
  readonly value: string;
  /** What is copied, when it is not what is shown. */
  readonly copyText?: string;
  /** Called for the button, and for a copy of the whole by hand. */
  readonly onCopied?: () => void;
  /** Brings a masked text into sight, to be copied by hand. */
  readonly onCopyFailed?: () => void;
  /** Shown under the field, and why the copy button does not work. */
  readonly copyDisabledReason?: string | undefined;
  /** A mask is no text to select or to copy by hand. */
  readonly masked?: boolean;
  readonly actions?: ReactNode;
  readonly className?: string;
}

/** A read-only value in mono that wraps rather than scrolls, with a copy button. */
export function CopyField(props: CopyFieldProps) {
  const { label, hint, value, copyText, onCopied, copyDisabledReason, masked, actions, className } = props;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <div className={cn("wrap-anywhere grid gap-1.5", className)}>
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-13 text-muted-foreground">
          {hint}
        </p>
      ) : null}
      <div className="flex items-start gap-1 rounded-md border border-input bg-muted py-1 ps-3 pe-1">
        <textarea
          id={id}
          ref={area}
          dir="ltr"
          readOnly
          rows={1}
          value={value}
          spellCheck={false}
          autoComplete="off"
          aria-describedby={
            [hint ? `${id}-hint` : "", copyDisabledReason ? `${id}-reason` : ""].filter(Boolean).join(" ") ||
            undefined
          }
          onFocus={(event) => (masked ? undefined : event.target.select())}
          onCopy={(event) => (!masked && isWhole(event.currentTarget) ? onCopied?.() : undefined)}
          className="field-sizing-content min-h-8 min-w-0 grow resize-none break-all bg-transparent py-1.5 font-mono text-base leading-5 outline-offset-4 md:text-13"
        />
        <div className="flex shrink-0 items-center">
          {actions}
          <CopyButton
            name={label}
            text={copyText ?? value}
            selectOnFailure={area}
            onFailed={props.onCopyFailed}
            {...(onCopied ? { onCopied } : {})}
            {...(copyDisabledReason ? { disabledReasonId: `${id}-reason` } : {})}
          />
        </div>
      </div>
      {copyDisabledReason ? (
        <p id={`${id}-reason`} className="text-13 text-muted-foreground">
          {copyDisabledReason}
        </p>
      ) : null}
    </div>
  );
}

function isWhole({ selectionStart, selectionEnd, value }: HTMLTextAreaElement): boolean {
  return selectionStart === 0 && selectionEnd === value.length;
}
