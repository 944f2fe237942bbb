import { acceptInvite } from "@rollcall/directory/invites/accept-invite";
import { Accepted, AcceptInput } from "~/features/invites/schema.ts";
import { inviteRefusal } from "~/server/invite-refusal.ts";
import { publicRoute } from "~/server/public-route.ts";
import { withSession } from "~/server/with-session.ts";

export const POST = publicRoute({ body: AcceptInput }, async ({ db, caller, body, request }) => {
  const result = await acceptInvite(db, body, caller);
  if (!result.ok) throw inviteRefusal(result.error);
  const { sessionId, tenantId, slug } = result.value;
  const next = sessionId === null ? `/api/sso/${slug}/start` : "/";
  const response = Response.json(Accepted.parse({ next }));
  return sessionId === null
    ? response
    : withSession(response, { sid: sessionId, tid: tenantId }, request.headers);
});
