"use client";

import { useRef } from "react";
import { Dialog } from "./dialog.tsx";
import { Textarea } from "./input.tsx";
import { useLabels } from "./labels.tsx";

export interface CopyByHandProps {
  /** What is to be copied, as a name: "SCIM URL". */
  readonly name: string;
  readonly text: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Where the text to copy stands nowhere near: shows it, selected, once copying by machine has failed. */
export function CopyByHand({ name, text, open, onOpenChange }: CopyByHandProps) {
  const labels = useLabels();
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="sm"
      title={name}
      description={labels.copyManually}
      initialFocus={field}
    >
      <Textarea
        ref={field}
        dir="ltr"
        aria-label={name}
        readOnly
        rows={2}
        value={text}
        onFocus={(event) => event.target.select()}
        className="break-all font-mono"
      />
    </Dialog>
  );
}
