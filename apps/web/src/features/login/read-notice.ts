import type { EndedSessionView, SessionView } from "@rollcall/directory/accounts/sessions";
import { type RecentRefusal, readRecentRefusal } from "@rollcall/directory/sso/recent-refusal";
import { database } from "~/server/runtime.ts";

export type LoginNotice =
  | { readonly kind: "ended"; readonly reason: EndedSessionView["reason"]; readonly at: Date }
  | ({ readonly kind: "refused"; readonly reference: string | null } & RecentRefusal);

/** Reasons that leave no record, and so stand in the address: whoever writes one there shows a sentence to himself. */
const UNRECORDED = ["not_configured", "other_browser"] as const;

/**
 * What to say at the top of the sign-in page: the refusal that this browser was just sent here with, else why the
 * session whose cookie it still has is over.
 *
 * @param signInId `?sso=` of the address: the id of the refused sign-in.
 */
export async function readNotice(
  tenantId: string | undefined,
  signInId: string | undefined,
  reason: string | undefined,
  session: SessionView | null,
): Promise<LoginNotice | null> {
  const unrecorded = UNRECORDED.find((known) => known === reason);
  if (unrecorded !== undefined)
    return { kind: "refused", reason: unrecorded, reference: null, at: new Date(), mode: "scim" };
  const refusal =
    tenantId === undefined || signInId === undefined
      ? null
      : await readRecentRefusal(database(), tenantId, signInId);
  if (refusal !== null && signInId !== undefined)
    return { kind: "refused", reference: signInId.slice(-12), ...refusal };
  if (session?.kind !== "ended" || session.reason === "signed_out") return null;
  return { kind: "ended", reason: session.reason, at: session.at };
}
