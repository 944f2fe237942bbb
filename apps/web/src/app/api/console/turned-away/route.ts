import { recentlyTurnedAway } from "@rollcall/directory/explain/trace/turned-away";
import { turnedAwayReplySchema } from "~/features/trace/schema.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const GET = consoleRoute(
  { permission: "users.read", response: turnedAwayReplySchema },
  async ({ db, tenant }) => ({ people: await recentlyTurnedAway(db, tenant.id) }),
);
