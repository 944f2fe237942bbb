"use client";

import { useEffect } from "react";

/**
 * Ctrl or ⌘ K opens the palette. `/` focuses the page's search, unless a field has the focus or the person has switched
 * it off (WCAG 2.1.4).
 */
export function useShortcuts({ slash, onPalette }: { slash: boolean; onPalette: () => void }): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey) && !event.altKey) {
        event.preventDefault();
        onPalette();
        return;
      }
      if (event.key !== "/" || !slash || event.metaKey || event.ctrlKey || event.altKey || isEditing(event))
        return;
      const search = document.querySelector("main [data-search]");
      if (!(search instanceof HTMLInputElement)) return;
      event.preventDefault();
      search.focus();
      search.select();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [slash, onPalette]);
}

function isEditing(event: KeyboardEvent): boolean {
  const { target } = event;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
  );
}
