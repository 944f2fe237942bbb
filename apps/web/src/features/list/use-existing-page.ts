"use client";

import { useEffect, useRef, useState } from "react";

export interface ListedPage {
  readonly page: number;
  readonly size: number;
  /** How many rows there are; undefined while that is not known for this very filter. */
  readonly total: number | undefined;
  readonly onPage: (page: number) => void;
}

/**
 * Behind the last page there is nothing to see: goes to the last one instead.
 *
 * @returns the page number that the address had when it was opened, if there is no such page
 */
export function useExistingPage({ page, size, total, onPage }: ListedPage): number | null {
  const opened = useRef(page);
  const [missing, setMissing] = useState<number | null>(null);
  const last = total === undefined ? page : Math.max(1, Math.ceil(total / size));
  useEffect(() => {
    if (page <= last) return;
    if (page === opened.current) setMissing(page);
    onPage(last);
  });
  return missing;
}
