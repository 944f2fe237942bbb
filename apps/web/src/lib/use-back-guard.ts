"use client";

import { useEffect, useEffectEvent, useRef } from "react";

/**
 * While `active`, the browser's Back leads to where one is, and `onBack` is called. The browser cannot be held back, so a second
 * entry of the same address is put over the first, anew each time; once it guards nothing any more, Back passes it by.
 */
export function useBackGuard(active: boolean, onBack: () => void): void {
  const guarded = useRef(false);
  const ask = useEffectEvent(onBack);
  useEffect(() => {
    if (!active) return undefined;
    const { href } = window.location;
    const guard = () => window.history.pushState(window.history.state, "", href);
    const stay = () => {
      if (window.location.href !== href) return;
      guard();
      ask();
    };
    guard();
    guarded.current = true;
    window.addEventListener("popstate", stay);
    return () => window.removeEventListener("popstate", stay);
  }, [active]);
  useEffect(() => {
    if (active) return undefined;
    const passBy = () => {
      if (guarded.current) window.history.back();
      guarded.current = false;
    };
    window.addEventListener("popstate", passBy);
    return () => window.removeEventListener("popstate", passBy);
  }, [active]);
}
