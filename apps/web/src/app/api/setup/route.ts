import { completeSetup } from "@rollcall/directory/accounts/setup";
import { SetupInput } from "~/features/setup/schema.ts";
import { publicRoute } from "~/server/public-route.ts";
import { setupRefusal } from "~/server/setup-refusal.ts";
import { withSession } from "~/server/with-session.ts";

export const POST = publicRoute({ body: SetupInput }, async ({ db, caller, body, request }) => {
  const result = await completeSetup(db, body, caller);
  if (!result.ok) throw setupRefusal(result.error);
  const { sessionId, tenantId } = result.value;
  return withSession(Response.json({}), { sid: sessionId, tid: tenantId }, request.headers);
});
