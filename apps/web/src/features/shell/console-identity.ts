import { headers } from "next/headers";
import { publicOrigin } from "~/server/origin.ts";
import { PERMISSIONS, permits } from "~/server/permissions.ts";
import type { CurrentSession } from "~/server/session.ts";
import type { ConsoleIdentity } from "./console-context.tsx";
import { readPreferences } from "./preferences.ts";

/** What the browser may know of a session: no secret, no role of others. */
export async function consoleIdentity({ tenant, actor, user }: CurrentSession): Promise<ConsoleIdentity> {
  return {
    tenant: { slug: tenant.slug, name: tenant.name },
    actor: { id: actor.id, name: actor.name, email: actor.email, role: actor.role },
    permissions: PERMISSIONS.filter((permission) => permits(actor.role, permission)),
    scimUrl: `${publicOrigin(await headers())}/api/scim/${tenant.slug}/v2`,
    ...readPreferences(user.preferences),
  };
}
