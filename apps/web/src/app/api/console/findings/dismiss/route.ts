import { dismissFinding } from "@rollcall/directory/explain/dismissals";
import { dismissalSchema } from "~/features/findings/schema.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const POST = consoleRoute(
  { permission: "provisioning.manage", body: dismissalSchema },
  async ({ db, tenant, actor, body }) => {
    await dismissFinding(db, tenant.id, body.key, actor.name);
    return undefined;
  },
);
