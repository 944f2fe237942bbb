import { deletionImpact } from "@rollcall/directory/teams/deletion-impact";
import { impactSchema, teamParams } from "~/features/teams/schema.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { found } from "~/server/unwrap.ts";

export const GET = consoleRoute(
  { permission: "teams.read", params: teamParams, response: impactSchema },
  async ({ db, tenant, params }) => found(await deletionImpact(db, tenant.id, params.id), "team.not_found"),
);
