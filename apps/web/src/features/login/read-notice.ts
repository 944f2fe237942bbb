import type { EndedSessionView, SessionView } from "@rollcall/directory/accounts/sessions";
import { type RecentRefusal, readRecentRefusal } from "@rollcall/directory/sso/recent-refusal";
import { signInReference } from "@rollcall/directory/sso/sign-in-reference";
import { database } from "~/server/runtime.ts";

export type LoginNotice =
  | { readonly kind: "ended"; readonly reason: EndedSessionView["reason"]; readonly at: Date }
  | ({ readonly kind: "refused"; readonly reference: string | null } & RecentRefusal);

/** Leaves no record, and so stands in the address: whoever writes it there shows a sentence to himself. */
const UNRECORDED = "other_browser";

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
  if (reason === UNRECORDED)
    return { kind: "refused", reason, reference: null, at: new Date(), mode: "scim" };
  const refusal =
    tenantId === undefined || signInId === undefined
      ? null
      : await readRecentRefusal(database(), tenantId, signInId);
  if (refusal !== null && signInId !== undefined)
    return { kind: "refused", reference: signInReference(signInId), ...refusal };
  if (session?.kind !== "ended" || session.reason === "signed_out") return null;
  return { kind: "ended", reason: session.reason, at: session.at };
}
