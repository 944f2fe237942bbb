"use client";

import { useEffect, useRef } from "react";

const KEY = "rollcall.opened";

/** Remembers the row whose page is being opened, for the way back. */
export function rememberRow(id: string): void {
  sessionStorage.setItem(KEY, JSON.stringify({ address: window.location.href, id }));
}

/**
 * Back on a list, the focus is on the row that was opened from it, which scrolls there too. Only at the very address that
 * was left, and once. The rows of an earlier view may come first, and the list may be mounted twice: it waits for the row
 * until something is pressed.
 *
 * @param ready Whether rows are there.
 */
export function useReturnFocus(ready: boolean): void {
  const opened = useRef<Opened | null | undefined>(undefined);
  useEffect(() => {
    if (opened.current === undefined) opened.current = readOpened();
    const giveUp = () => {
      if (opened.current) sessionStorage.removeItem(KEY);
      opened.current = null;
    };
    document.addEventListener("pointerdown", giveUp);
    document.addEventListener("keydown", giveUp);
    return () => {
      document.removeEventListener("pointerdown", giveUp);
      document.removeEventListener("keydown", giveUp);
    };
  }, []);
  useEffect(() => {
    if (!ready || !opened.current || opened.current.address !== window.location.href) return;
    const link = document.querySelector(`[data-row-id="${CSS.escape(opened.current.id)}"] a`);
    if (!(link instanceof HTMLElement)) return;
    opened.current = null;
    sessionStorage.removeItem(KEY);
    link.focus();
  });
}

interface Opened {
  readonly address: string;
  readonly id: string;
}

function readOpened(): Opened | null {
  const stored = sessionStorage.getItem(KEY);
  if (stored === null) return null;
  const opened: unknown = JSON.parse(stored);
  if (typeof opened !== "object" || opened === null || !("address" in opened) || !("id" in opened))
    return null;
  const { address, id } = opened;
  return typeof address === "string" && typeof id === "string" ? { address, id } : null;
}
