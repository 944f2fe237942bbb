export type Values = Readonly<Record<string, unknown>> | null;

/** One field that an act made different. `undefined`: there was none before, or there is none after. */
export interface ActChange {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The fields of an act that say something: not what stayed as it was, and not an empty list beside nothing. */
export function actChanges(before: Values, after: Values): ActChange[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .map((name) => ({ name, before: before?.[name], after: after?.[name] }))
    .filter((change) => JSON.stringify(plain(change.before)) !== JSON.stringify(plain(change.after)));
}

/** Nothing, in whichever way it was written. */
function plain(value: unknown): unknown {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0) ? null : value;
}
