"use client";

import { createContext, type ReactNode, use, useCallback, useRef } from "react";

const Announce = createContext<(message: string) => void>(() => {});

/**
 * The one live region of the page. It is always mounted and its text is changed in place; a message that repeats gets a
 * no-break space, so that it is read again.
 */
export function LiveRegionProvider({ children }: { readonly children: ReactNode }) {
  const region = useRef<HTMLDivElement>(null);
  const announce = useCallback((message: string) => {
    const node = region.current;
    if (!node) return;
    node.textContent = node.textContent === message ? `${message}\u00a0` : message;
  }, []);
  return (
    <Announce value={announce}>
      {children}
      <div ref={region} role="status" aria-live="polite" className="sr-only" data-live-region="" />
    </Announce>
  );
}

/** Says a message to screen readers, politely. Secrets must not be passed. */
export function useAnnounce(): (message: string) => void {
  return use(Announce);
}
