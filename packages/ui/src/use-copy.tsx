"use client";

import { useCallback, useEffect, useRef, useState } from "react";

export type CopyState = "idle" | "copied" | "failed";

/**
 * Writes text to the clipboard and tells truly whether it worked: on plain HTTP `navigator.clipboard` is undefined, and
 * a browser may refuse. The state falls back to `idle` after two seconds (failures: six).
 */
export function useCopy(): { state: CopyState; copy: (text: string) => Promise<boolean> } {
  const [state, setState] = useState<CopyState>("idle");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = useCallback(async (text: string) => {
    const done = await write(text);
    setState(done ? "copied" : "failed");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState("idle"), done ? 2000 : 6000);
    return done;
  }, []);
  return { state, copy };
}

async function write(text: string): Promise<boolean> {
  if (!("clipboard" in navigator) || navigator.clipboard === undefined) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
