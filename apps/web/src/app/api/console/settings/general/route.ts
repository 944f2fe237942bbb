import { renameTenant } from "@rollcall/directory/connection/rename-tenant";
import { renamedSchema, renameSchema } from "~/features/settings/schema.ts";
import { changedMeanwhile } from "~/server/connection-refusal.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const PATCH = consoleRoute(
  { permission: "settings.manage", body: renameSchema, response: renamedSchema },
  async ({ db, tenant, actor, ip, body }) => {
    const renamed = await renameTenant(db, { tenantId: tenant.id, actor, ip }, body.from, body.name);
    if (renamed.ok) return renamed.value;
    throw changedMeanwhile(renamed.refusal.code);
  },
);
