export const PEOPLE_STATUSES = ["active", "deactivated", "never_signed_in", "all"] as const;
export type PeopleStatus = (typeof PEOPLE_STATUSES)[number];

export const PERSON_SOURCES = ["scim", "local", "sso"] as const;
export type PersonSource = (typeof PERSON_SOURCES)[number];

/** Which people of a tenant are meant; an absent field does not restrict. */
export interface PeopleFilter {
  /** Words of a name, an e-mail address, a user name, an external id; or a whole id. */
  readonly search?: string | undefined;
  readonly status: PeopleStatus;
  readonly source?: PersonSource | undefined;
  readonly teamId?: string | undefined;
  /** Only people of whom a change was rejected in the last 7 days, with none accepted since. */
  readonly problem?: boolean | undefined;
  /** Only these people. */
  readonly ids?: readonly string[] | undefined;
}

export const PEOPLE_SORTS = ["name", "status", "lastChange", "lastSignIn"] as const;
export type PeopleSort = (typeof PEOPLE_SORTS)[number];

export interface PeopleQuery extends PeopleFilter {
  readonly sort: PeopleSort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}
