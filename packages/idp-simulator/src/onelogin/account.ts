import type { Person } from "../people/person.ts";

/** What OneLogin remembers of one person in the app. */
export interface Account {
  person: Person;
  /** Roles that the admin gave. */
  roles: readonly string[];
  suspended: boolean;
  assigned: boolean;
  /** The server's id, once created. */
  remoteId?: string;
  /** Roles that were sent. */
  sentRoles: readonly string[];
}

/** Somebody who was assigned to the app, and of whom nothing was sent yet. */
export function newAccount(person: Person, roles: readonly string[]): Account {
  return { person, roles, suspended: false, assigned: true, sentRoles: [] };
}
