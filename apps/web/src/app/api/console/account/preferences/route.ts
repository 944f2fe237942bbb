import { savePreferences } from "@rollcall/directory/accounts/preferences";
import { PreferencesInput } from "~/features/account/schema.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const PATCH = consoleRoute(
  { permission: "account.own", body: PreferencesInput },
  async ({ db, tenant, actor, body }) => {
    await savePreferences(db, tenant.id, actor.id, body);
    return undefined;
  },
);
