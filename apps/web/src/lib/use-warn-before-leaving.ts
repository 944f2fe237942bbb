"use client";

import { useEffect } from "react";
import { unsavedWork } from "./unsaved-work.ts";

/**
 * While something typed is not saved, leaving asks: the browser before the tab is closed or reloaded, the console before
 * another of its pages is opened.
 */
export function useWarnBeforeLeaving(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => {
      if (unsavedWork.exists) event.preventDefault();
    };
    const saved = unsavedWork.add({});
    window.addEventListener("beforeunload", warn);
    return () => {
      saved();
      window.removeEventListener("beforeunload", warn);
    };
  }, [dirty]);
}
