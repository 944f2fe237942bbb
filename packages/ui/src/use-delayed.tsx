"use client";

import { useEffect, useRef, useState } from "react";

/**
 * Whether to show a placeholder while `loading`: not in the first 200 ms, and once shown for 400 ms at least, so that
 * nothing flashes.
 */
export function useDelayed(loading: boolean, delay = 200, minimum = 400): boolean {
  const [shown, setShown] = useState(false);
  const since = useRef(0);
  useEffect(() => {
    if (loading && !shown) {
      const timer = setTimeout(() => {
        since.current = Date.now();
        setShown(true);
      }, delay);
      return () => clearTimeout(timer);
    }
    if (!loading && shown) {
      const left = Math.max(0, minimum - (Date.now() - since.current));
      const timer = setTimeout(() => setShown(false), left);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [loading, shown, delay, minimum]);
  return shown;
}
