"use client";

import { useSyncExternalStore } from "react";

const KEY = "rollcall.activity.hidden-columns";
const FIRST = "ip,duration,requestId,externalId";
const CHANGED = "rollcall:activity-columns";

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener("storage", listener);
  };
}

/** Which columns this browser hides. */
export function useHiddenColumns() {
  const stored = useSyncExternalStore(
    subscribe,
    () => window.localStorage.getItem(KEY) ?? FIRST,
    () => FIRST,
  );
  const setHidden = (columns: readonly string[]) => {
    window.localStorage.setItem(KEY, columns.join(","));
    window.dispatchEvent(new Event(CHANGED));
  };
  return { hidden: stored.split(","), setHidden };
}
