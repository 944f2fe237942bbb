import type { EditConflictProps } from "~/features/conflict/edit-conflict.tsx";

/** A field's name, what stood there, and what stands there now. */
type Line = readonly [field: string, before: string, now: string];

/** Of all lines those that somebody else changed. */
export function changes(lines: readonly Line[]): EditConflictProps["changed"] {
  return lines.filter(([, before, now]) => before !== now).map(([field, , value]) => ({ field, value }));
}
