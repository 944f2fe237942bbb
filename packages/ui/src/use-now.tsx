"use client";

import { useState, useSyncExternalStore } from "react";

let now = 0;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

function snapshot(): number {
  if (now === 0 || timer === undefined) now = Math.floor(Date.now() / 1000) * 1000;
  return now;
}

/** The time in ms, ticking every second, one timer for the whole page. `null` on the server and while hydrating. */
export function useNow(): number | null {
  return useSyncExternalStore(subscribe, snapshot, () => null);
}

/**
 * The time in ms from the first rendering on, the server's included. What comes or goes by it is seldom another for the
 * browser than for the server; a text made of it may be, and then says so with `suppressHydrationWarning`.
 */
export function useMoment(): number {
  const [first] = useState(Date.now);
  return useNow() ?? first;
}
