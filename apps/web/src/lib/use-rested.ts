"use client";

import { useEffect, useState } from "react";

/** A value once it has not changed for a while: what is being typed is not asked about letter by letter. */
export function useRested<T>(value: T, ms = 300): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
}
