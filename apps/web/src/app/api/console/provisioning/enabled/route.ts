import { setScimEnabled } from "@rollcall/directory/connection/set-enabled";
import { enabledSchema } from "~/features/provisioning/schema.ts";
import { connectionMissing } from "~/server/connection-refusal.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const PUT = consoleRoute(
  { permission: "provisioning.manage", body: enabledSchema, response: enabledSchema },
  async ({ db, tenant, actor, ip, body }) => {
    const switched = await setScimEnabled(db, { tenantId: tenant.id, actor, ip }, body.enabled);
    if (!switched.ok) throw connectionMissing();
    return { enabled: switched.value.enabled };
  },
);
