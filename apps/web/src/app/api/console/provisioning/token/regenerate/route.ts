import { regenerateToken } from "@rollcall/directory/tokens/issue-token";
import { issuedTokenSchema, regenerateSchema } from "~/features/provisioning/schema.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const POST = consoleRoute(
  { permission: "provisioning.manage", body: regenerateSchema, response: issuedTokenSchema },
  ({ db, tenant, actor, ip, body }) =>
    regenerateToken(db, { tenantId: tenant.id, actor, ip }, body.overlapHours),
);
