import type { MatchedPerson } from "./match-person.ts";

const MOMENT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** Both facts of a sign-in that was good while the account is not, in one line for admins. */
export function deactivationDetail(
  person: Pick<MatchedPerson, "name" | "deactivatedAt" | "deactivatedBy">,
): string {
  const { name, deactivatedAt, deactivatedBy } = person;
  const when = deactivatedAt === null ? "" : ` on ${MOMENT.format(deactivatedAt)} UTC`;
  return `The identity provider signed ${name} in, but the account here was deactivated${when}${by(deactivatedBy)}.`;
}

function by(deactivatedBy: string | null): string {
  if (deactivatedBy === "scim:active") return " by the identity provider over SCIM (active: false)";
  if (deactivatedBy === "scim:delete") return " by the identity provider over SCIM (DELETE)";
  return deactivatedBy === null ? "" : ` by ${deactivatedBy}`;
}
