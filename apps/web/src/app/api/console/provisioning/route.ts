import { readOverview } from "@rollcall/directory/connection/overview";
import { overviewSchema } from "~/features/provisioning/schema.ts";
import { connectionMissing } from "~/server/connection-refusal.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const GET = consoleRoute(
  { permission: "provisioning.read", response: overviewSchema },
  async ({ db, tenant }) => {
    const overview = await readOverview(db, tenant.id);
    if (overview === undefined) throw connectionMissing();
    return overview;
  },
);
