"use client";

import { useSyncExternalStore } from "react";

const CHANGED = "rollcall:columns";

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener("storage", listener);
  };
}

/**
 * Which columns this browser hides in one table.
 *
 * @param table the table's name in the store
 * @param first the columns that are hidden until someone chooses
 */
export function useHiddenColumns(table: string, first: readonly string[] = []) {
  const key = `rollcall.${table}.hidden-columns`;
  const fallback = first.join(",");
  const stored = useSyncExternalStore(
    subscribe,
    () => window.localStorage.getItem(key) ?? fallback,
    () => fallback,
  );
  const setHidden = (columns: readonly string[]) => {
    window.localStorage.setItem(key, columns.join(","));
    window.dispatchEvent(new Event(CHANGED));
  };
  return { hidden: stored.split(","), setHidden };
}
