"use client";

import { useEffect } from "react";

const BY_HAND = ["wheel", "touchmove", "pointerdown", "keydown"] as const;
/** As long as lists above the section may still come. */
const SETTLING_MS = 5000;

/**
 * Goes to the section that the address names, which was not there yet when the browser looked for it, and stays with it
 * while what stands above it comes in; until somebody goes elsewhere.
 */
export function useHashTarget(): void {
  useEffect(() => {
    const name = decodeURIComponent(window.location.hash.slice(1));
    if (name === "") return undefined;
    const observer = new ResizeObserver(() => document.getElementById(name)?.scrollIntoView());
    observer.observe(document.body);
    const stop = () => observer.disconnect();
    const timer = setTimeout(stop, SETTLING_MS);
    for (const type of BY_HAND) window.addEventListener(type, stop, { passive: true });
    return () => {
      stop();
      clearTimeout(timer);
      for (const type of BY_HAND) window.removeEventListener(type, stop);
    };
  }, []);
}
