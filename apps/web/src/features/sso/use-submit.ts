"use client";

import { type FormEvent, useState } from "react";
import { useSaveSso } from "./queries.ts";
import { SaveInput } from "./schema.ts";

/** Sends a form of the connection, or says which of its fields are at fault. */
export function useSubmit(read: () => Record<string, unknown>, onSaved: () => void) {
  const [invalid, setInvalid] = useState<ReadonlySet<string>>(new Set());
  const save = useSaveSso();
  function submit(event: FormEvent) {
    event.preventDefault();
    const input = SaveInput.safeParse(read());
    setInvalid(new Set(input.success ? [] : input.error.issues.map((issue) => String(issue.path[0]))));
    if (input.success) save.mutate(input.data, { onSuccess: onSaved });
  }
  return { submit, save, invalid };
}
