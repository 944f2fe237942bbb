import { changeSettings, readSettings } from "@rollcall/directory/connection/settings";
import { settingsChangeSchema, settingsSchema } from "~/features/provisioning/schema.ts";
import { changedMeanwhile, connectionMissing } from "~/server/connection-refusal.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { settingsReply } from "~/server/settings-reply.ts";

export const GET = consoleRoute(
  { permission: "provisioning.read", response: settingsSchema },
  async ({ db, tenant }) => {
    const settings = await readSettings(db, tenant.id);
    if (settings === undefined) throw connectionMissing();
    return settingsReply(settings);
  },
);

export const PATCH = consoleRoute(
  { permission: "provisioning.manage", body: settingsChangeSchema, response: settingsSchema },
  async ({ db, tenant, actor, ip, body }) => {
    const context = { tenantId: tenant.id, actor, ip };
    const changed = await changeSettings(db, context, new Date(body.seenAt), body.change);
    if (changed.ok) return settingsReply(changed.value);
    const { code } = changed.refusal;
    throw code === "connection.missing" ? connectionMissing() : changedMeanwhile(code);
  },
);
