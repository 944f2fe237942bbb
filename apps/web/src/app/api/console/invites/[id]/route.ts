import { revokeInvite } from "@rollcall/directory/invites/invites";
import { z } from "zod";
import { ConsoleError } from "~/server/console-error.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const DELETE = consoleRoute(
  { permission: "users.manage", params: z.object({ id: z.uuid() }) },
  async ({ db, tenant, actor, ip, params }) => {
    const result = await revokeInvite(db, { tenantId: tenant.id, actor, ip }, params.id);
    if (result.ok) return undefined;
    throw new ConsoleError({
      code: result.refusal.code,
      status: 404,
      message: "This invite was accepted or revoked already.",
    });
  },
);
