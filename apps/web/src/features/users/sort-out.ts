import type { PersonRow } from "./schema.ts";

export interface SortedOut<Person> {
  /** Who can be deactivated here so that it lasts. */
  readonly local: readonly Person[];
  /** How many the identity provider manages: the next sync may turn them on again. */
  readonly managed: number;
  /** How many local ones are deactivated already. */
  readonly inactive: number;
  /** 1 when the reader is among them. */
  readonly self: number;
}

/** Whom of a selection a bulk deactivation is for, and why the others are passed over; each person counts once. */
export function sortOut<Person extends Pick<PersonRow, "id" | "source" | "active">>(
  people: readonly Person[],
  readerId: string,
): SortedOut<Person> {
  const others = people.filter((person) => person.id !== readerId);
  const ours = others.filter((person) => person.source !== "scim");
  const local = ours.filter((person) => person.active);
  return {
    local,
    managed: others.length - ours.length,
    inactive: ours.length - local.length,
    self: people.length - others.length,
  };
}
