"use client";

import { useEffect, useRef } from "react";

const KEY = "rollcall.opened";

/** Remembers the row whose page is being opened, for the way back. */
export function rememberRow(id: string): void {
  sessionStorage.setItem(KEY, JSON.stringify({ address: window.location.href, id }));
}

/**
 * Back on a list, the focus is on the row that was opened from it, which scrolls there too. Only at the very address that
 * was left, and once.
 *
 * @param ready Whether the rows are there.
 */
export function useReturnFocus(ready: boolean): void {
  const done = useRef(false);
  useEffect(() => {
    if (!ready || done.current) return;
    done.current = true;
    const id = rowToReturnTo();
    if (id === null) return;
    const link = document.querySelector(`[data-row-id="${CSS.escape(id)}"] a`);
    if (link instanceof HTMLElement) link.focus();
  }, [ready]);
}

function rowToReturnTo(): string | null {
  const stored = sessionStorage.getItem(KEY);
  if (stored === null) return null;
  sessionStorage.removeItem(KEY);
  const opened: unknown = JSON.parse(stored);
  if (typeof opened !== "object" || opened === null || !("address" in opened) || !("id" in opened))
    return null;
  return opened.address === window.location.href && typeof opened.id === "string" ? opened.id : null;
}
