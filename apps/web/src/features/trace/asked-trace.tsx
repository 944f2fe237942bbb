"use client";

import { useSearchParams } from "next/navigation";
import { TracePanel } from "./trace-panel.tsx";

/** The trace that a link asked for (`trace=1`), beside people who match the same text. Without any the list shows it itself. */
export function AskedTrace({ matches }: { readonly matches: number }) {
  const search = useSearchParams();
  const text = search.get("q")?.trim() ?? "";
  if (search.get("trace") !== "1" || text === "" || matches === 0) return null;
  return <TracePanel query={text} />;
}
