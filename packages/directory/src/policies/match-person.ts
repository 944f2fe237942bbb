import type { Result, ScimError } from "@rollcall/scim";

/** Someone the tenant has who may be the person that the identity provider creates. */
export interface Candidate {
  readonly id: string;
  readonly userNameKey: string;
  readonly emailKey: string | null;
  readonly userName: string;
  readonly externalId: string | null;
  readonly scimState: "none" | "live" | "deleted";
  readonly isAdmin: boolean;
  readonly active: boolean;
  readonly version: number;
}

/** The person as pushed. */
export interface Newcomer {
  readonly userNameKey: string;
  readonly emailKey: string;
  readonly externalId: string | null;
}

/** What a POST of a person comes to. */
export type Match =
  | { readonly kind: "new" }
  /** Was deleted through SCIM: the same record comes back, without its role and its teams. */
  | { readonly kind: "revive"; readonly candidate: Candidate }
  /** A member that SCIM did not know yet. */
  | { readonly kind: "link"; readonly candidate: Candidate };

/**
 * Decides who a pushed person is. A SCIM token must not take over an admin, nor a person inherit another's record.
 *
 * @param candidates in the order of their creation
 * @param linkMembers the tenant's setting: local members are linked rather than refused
 * @returns error `user.username_taken` or `user.local_conflict`, both 409 uniqueness
 */
export function matchPerson(
  person: Newcomer,
  candidates: readonly Candidate[],
  linkMembers: boolean,
): Result<Match> {
  const sameName = candidates.filter((each) => each.userNameKey === person.userNameKey);
  const live = sameName.find((each) => each.scimState === "live");
  if (live !== undefined) return refuse(userNameTaken(live.userName));

  const local = localMatches(person, candidates);
  const forbidden = local.find((each) => each.isAdmin) ?? (linkMembers ? undefined : local[0]);
  if (forbidden !== undefined) return refuse(localConflict(forbidden));
  const candidate = local.find((each) => each.userNameKey === person.userNameKey) ?? local[0];
  if (candidate !== undefined) return { ok: true, value: { kind: "link", candidate } };

  const former = sameName.findLast(
    (each) => each.scimState === "deleted" && each.externalId === person.externalId,
  );
  return { ok: true, value: former ? { kind: "revive", candidate: former } : { kind: "new" } };
}

/** People that SCIM does not know yet who have this userName or this address. */
export function localMatches<T extends Pick<Candidate, "scimState" | "userNameKey" | "emailKey">>(
  person: Pick<Newcomer, "userNameKey" | "emailKey">,
  candidates: readonly T[],
): readonly T[] {
  return candidates.filter(
    (each) =>
      each.scimState === "none" &&
      (each.userNameKey === person.userNameKey || each.emailKey === person.emailKey),
  );
}

/** 409 `uniqueness`: another person has the userName. RFC 7644 §3.3 */
export function userNameTaken(userName: string): ScimError {
  return {
    code: "user.username_taken",
    status: 409,
    scimType: "uniqueness",
    detail: `The userName "${userName.slice(0, 100)}" is already used by another person here. Look it up with a userName filter and update that person, or send another userName.`,
  };
}

/** 409 `uniqueness`: somebody whom SCIM does not know yet has the userName or the address. An admin may link the two. */
export function localConflict(candidate: Pick<Candidate, "userName" | "isAdmin">): ScimError {
  const who = candidate.isAdmin ? "an admin" : "someone";
  return {
    code: "user.local_conflict",
    status: 409,
    scimType: "uniqueness",
    detail: `"${candidate.userName.slice(0, 100)}" is ${who} who was added in Rollcall. An admin can link the two under Access → Users → Link accounts; then send the person again.`,
  };
}

function refuse(error: ScimError): Result<never> {
  return { ok: false, error };
}
