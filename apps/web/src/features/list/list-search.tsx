"use client";

import { SearchInput } from "@rollcall/ui/input";
import { useEffect, useState } from "react";

const TYPING_MS = 300;

export interface ListSearchProps {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

/** Searches when typing rests. What the address says wins when it changes from outside. */
export function ListSearch({ label, value, onSearch }: ListSearchProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onSearch(typed), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);
  return <SearchInput label={label} value={typed} onValueChange={setTyped} />;
}
