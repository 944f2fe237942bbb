"use client";

import { useState } from "react";
import { useWarnBeforeLeaving } from "~/lib/use-warn-before-leaving.ts";
import { type Draft, draftValues, rebased, type Stored, typedInto } from "./draft.ts";

/** A form over something that other admins edit too. Nobody's words are lost without a say. */
export function useDraft<T extends object>(stored: Stored<T>) {
  const [draft, setDraft] = useState<Draft<T> | null>(null);
  useWarnBeforeLeaving(draft !== null);
  return {
    values: draftValues(draft, stored),
    /** What a save names as seen. */
    seen: (draft?.began ?? stored).version,
    /** What stood there when the typing began, where somebody else has saved since; else null. */
    overtaken: draft !== null && draft.began.version !== stored.version ? draft.began.values : null,
    type: (change: Partial<T>) => setDraft((now) => typedInto(now, stored, change)),
    takeTheirs: () => setDraft(null),
    keepMine: () => setDraft((now) => (now === null ? null : rebased(now, stored))),
    saved: () => setDraft(null),
  };
}

export type FormDraft<T extends object> = ReturnType<typeof useDraft<T>>;
