/** A person as an identity provider knows them. */
export interface Person {
  /** The identity provider's own id. */
  readonly id: string;
  readonly userName: string;
  /** Undefined for someone whose address was never filled in. */
  readonly email?: string | undefined;
  readonly givenName: string;
  readonly familyName: string;
  readonly title?: string | undefined;
  readonly department?: string | undefined;
}

/** `Ada Lovelace`. */
export function fullName(person: Person): string {
  return `${person.givenName} ${person.familyName}`;
}
