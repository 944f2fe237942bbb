import { setScimEnabled } from "@rollcall/directory/connection/set-enabled";
import { type Command, CommandError } from "./command.ts";
import { tenantOf } from "./tenants.ts";

function turn(enabled: boolean): Command["run"] {
  return async (options, context) => {
    const tenant = await tenantOf(options, context);
    const switched = await setScimEnabled(context.db, { tenantId: tenant.id, actor: context.actor }, enabled);
    if (!switched.ok) throw new CommandError(`${tenant.slug} has no SCIM settings.`);
    context.print(`SCIM is ${enabled ? "on" : "paused"} for ${tenant.slug}.`);
  };
}

export const scimEnable: Command = {
  name: "scim enable",
  summary: "Turn SCIM on; requests with the token are answered again",
  usage: "--tenant <slug>",
  permission: "provisioning.manage",
  run: turn(true),
};

export const scimDisable: Command = {
  name: "scim disable",
  summary: "Pause SCIM; requests get 403, the token, people and teams are kept",
  usage: "--tenant <slug>",
  permission: "provisioning.manage",
  run: turn(false),
};
