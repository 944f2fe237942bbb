import { readInvite } from "@rollcall/directory/invites/accept-invite";
import { InviteView, TokenInput } from "~/features/invites/schema.ts";
import { inviteRefusal } from "~/server/invite-refusal.ts";
import { publicRoute } from "~/server/public-route.ts";

/** A POST, so that the token stands in no address. */
export const POST = publicRoute({ body: TokenInput }, async ({ db, caller, body }) => {
  const result = await readInvite(db, body.token, caller);
  if (!result.ok) throw inviteRefusal(result.error);
  return Response.json(InviteView.parse(result.value));
});
