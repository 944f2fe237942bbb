"use client";

import { useState } from "react";
import { exampleOf } from "./example.ts";
import type { Prefill } from "./from-event.ts";
import { jsonTrouble, type Place } from "./json-trouble.ts";
import type { CheckRequest } from "./schema.ts";

const EMPTY: Prefill = { resource: "User", method: "POST", id: "", payload: "" };

export type DraftTrouble =
  | { readonly field: "id" | "payload"; readonly kind: "missing" }
  | { readonly field: "payload"; readonly kind: "no_json"; readonly place: Place };

/** What is to be checked, as typed. Another kind of request changes an example that nobody has touched. */
export function useDraft(initial: Prefill | null) {
  const [draft, setDraft] = useState(initial ?? EMPTY);
  return {
    draft,
    change(change: Partial<Prefill>) {
      setDraft((before) => {
        const after = { ...before, ...change };
        const untouched = before.payload === exampleOf(before.resource, before.method);
        const kept = change.payload !== undefined || !untouched;
        return kept ? after : { ...after, payload: exampleOf(after.resource, after.method) };
      });
    },
    fillIn() {
      setDraft((before) => ({ ...before, payload: exampleOf(before.resource, before.method) }));
    },
  };
}

/** What is sent for a draft. */
export function requestOf({ resource, method, id, payload }: Prefill): CheckRequest {
  return { resource, method, payload, ...(method !== "POST" && { id: id.trim() }) };
}

/** What keeps a draft from being sent. */
export function troubleIn({ method, id, payload }: Prefill): DraftTrouble | null {
  if (method !== "POST" && id.trim() === "") return { field: "id", kind: "missing" };
  if (payload.trim() === "") return { field: "payload", kind: "missing" };
  const place = jsonTrouble(payload);
  return place && { field: "payload", kind: "no_json", place };
}
