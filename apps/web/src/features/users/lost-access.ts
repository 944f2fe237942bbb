import type { Person, SignInMatch } from "./schema.ts";

export interface LostAccess {
  /** When the account was deactivated. */
  readonly at: string;
  readonly how: "active" | "delete" | "admin" | "unknown";
  /** The admin who did; empty when it was the identity provider. */
  readonly name: string;
}

/** A sign-in that the identity provider vouched for, of an account that is deactivated; null when it is not that. */
export function lostAccess(
  { active, deactivatedAt, deactivatedBy }: Pick<Person, "active" | "deactivatedAt" | "deactivatedBy">,
  match: SignInMatch,
): LostAccess | null {
  const vouchedFor = match.kind === "matched" || (match.kind === "refused" && match.reason === "deactivated");
  if (active || deactivatedAt === null || !vouchedFor) return null;
  if (deactivatedBy === "scim:active") return { at: deactivatedAt, how: "active", name: "" };
  if (deactivatedBy === "scim:delete") return { at: deactivatedAt, how: "delete", name: "" };
  return { at: deactivatedAt, how: deactivatedBy === null ? "unknown" : "admin", name: deactivatedBy ?? "" };
}
