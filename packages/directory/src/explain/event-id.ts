/**
 * The smallest UUIDv7 of a moment (RFC 9562 §5.7). Events are sorted by id, so `id >= firstIdAt(t)` reads only what came
 * since, from the primary key.
 */
export function firstIdAt(moment: Date): string {
  const hex = Math.max(0, moment.getTime()).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
