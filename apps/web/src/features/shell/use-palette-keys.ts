"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** The keys that open the palette on this machine. The server, which does not know it, names those of most. */
export function usePaletteKeys(): readonly [string, "K"] {
  const apple = useSyncExternalStore(
    never,
    () => isApple(navigator.userAgent),
    () => false,
  );
  return [apple ? "⌘" : "Ctrl", "K"];
}

/** Whether a browser runs where ⌘ does what Ctrl does elsewhere. */
export function isApple(userAgent: string): boolean {
  return /Mac|iPhone|iPad/.test(userAgent);
}
