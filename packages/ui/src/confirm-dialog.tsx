"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { type ReactNode, type RefObject, useId, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { cn } from "./cn.tsx";
import { backdropStyles, popupStyles } from "./dialog.tsx";
import { Input } from "./input.tsx";
import { keepTab } from "./keep-tab.tsx";
import { useLabels } from "./labels.tsx";

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Names the action and the object; never "Are you sure?". */
  readonly title: ReactNode;
  /** The consequence, with counts. */
  readonly children: ReactNode;
  /** The verb of the title again. */
  readonly confirmLabel: string;
  /** What not doing it is called, when "Cancel" could mean either. */
  readonly cancelLabel?: string;
  readonly onConfirm: () => void;
  readonly danger?: boolean;
  readonly busy?: boolean;
  /** Why the last try failed, said inside the dialog. */
  readonly error?: ReactNode;
  /** Level 2: this word must be typed before the button works. */
  readonly typed?: string;
  readonly finalFocus?: RefObject<HTMLElement | null>;
}

/**
 * Asks before something noticeable (level 1) or, with `typed`, before something that cannot be taken back (level 2).
 * Focus starts on Cancel or in the input, never on the button that does it.
 */
export function ConfirmDialog({ open, onOpenChange, finalFocus, ...body }: ConfirmDialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => (next || !body.busy ? onOpenChange(next) : undefined)}>
      <Base.Portal>
        <Base.Backdrop className={backdropStyles} />
        <ConfirmBody {...body} finalFocus={finalFocus} onCancel={() => onOpenChange(false)} />
      </Base.Portal>
    </Base.Root>
  );
}

type BodyProps = Omit<ConfirmDialogProps, "open" | "onOpenChange" | "finalFocus"> & {
  readonly onCancel: () => void;
  readonly finalFocus: RefObject<HTMLElement | null> | undefined;
};

function ConfirmBody(props: BodyProps) {
  const { title, children, confirmLabel, cancelLabel, onConfirm, danger, busy } = props;
  const { error, typed, onCancel, finalFocus } = props;
  const labels = useLabels();
  const [word, setWord] = useState("");
  const cancel = useRef<HTMLButtonElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const ready = typed === undefined || word.trim().toLowerCase() === typed.toLowerCase();
  return (
    <Base.Popup
      ref={keepTab}
      className={cn(popupStyles, "sm:max-w-md")}
      initialFocus={typed === undefined ? cancel : input}
      finalFocus={finalFocus}
    >
      <form
        className="wrap-anywhere grid gap-4 overflow-y-auto p-5 sm:p-6"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) onConfirm();
        }}
      >
        <Base.Title className="font-semibold text-base">{title}</Base.Title>
        <Base.Description render={<div />} className="grid gap-3 text-muted-foreground text-sm">
          {children}
        </Base.Description>
        {typed === undefined ? null : (
          <div className="grid gap-1.5">
            <label id={`${inputId}-word`} htmlFor={inputId} className="text-sm">
              {labels.typeToConfirm(typed)}
            </label>
            <Input
              id={inputId}
              ref={input}
              value={word}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              onChange={(event) => setWord(event.target.value)}
            />
          </div>
        )}
        {error ? (
          <div role="alert" className="rounded-md bg-bad-bg px-3 py-2 text-bad text-sm">
            {error}
          </div>
        ) : null}
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
          <Button ref={cancel} onClick={onCancel} aria-disabled={busy || undefined}>
            {cancelLabel ?? labels.cancel}
          </Button>
          <Button
            type="submit"
            variant={danger ? "danger" : "primary"}
            busy={busy}
            disabled={!ready}
            aria-describedby={ready ? undefined : `${inputId}-word`}
          >
            {confirmLabel}
          </Button>
        </div>
      </form>
    </Base.Popup>
  );
}
