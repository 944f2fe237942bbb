"use client";

import { useState } from "react";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { Dialog, type DialogProps } from "./dialog.tsx";
import { useLabels } from "./labels.tsx";

export interface GuardedDialogProps extends DialogProps {
  /**
   * What closing would lose: null for nothing. It is asked at the very moment of closing, since what was typed a moment ago
   * may not have been drawn yet.
   */
  readonly losing: () => Loss | null;
}

/** Something typed, or what to ask where it is not about something typed. */
export type Loss = "typed" | LeaveQuestion;

export interface LeaveQuestion {
  readonly title: string;
  readonly body: string;
  readonly leave: string;
  readonly stay: string;
}

/** A dialog with a form: Escape, a press outside and the close button ask first while something would be lost. */
export function GuardedDialog({ losing, onOpenChange, ...dialog }: GuardedDialogProps) {
  const labels = useLabels();
  const [leaving, setLeaving] = useState(false);
  const [loss, setLoss] = useState<Loss>("typed");
  const question = loss === "typed" ? undefined : loss;
  const close = () => {
    const lost = losing();
    if (lost === null) return onOpenChange(false);
    setLoss(lost);
    setLeaving(true);
  };
  return (
    <>
      <Dialog {...dialog} onOpenChange={(open) => (open ? onOpenChange(true) : close())} />
      <ConfirmDialog
        open={leaving}
        onOpenChange={setLeaving}
        title={question?.title ?? labels.discardTitle}
        confirmLabel={question?.leave ?? labels.discard}
        cancelLabel={question?.stay ?? labels.keepEditing}
        danger
        onConfirm={() => {
          setLeaving(false);
          onOpenChange(false);
        }}
      >
        {question?.body ?? labels.discardBody}
      </ConfirmDialog>
    </>
  );
}
