import { readFindings } from "@rollcall/directory/explain/list-findings";
import { readProvider } from "@rollcall/directory/explain/read-provider";
import { findingsSchema } from "~/features/findings/schema.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const GET = consoleRoute(
  { permission: "provisioning.read", response: findingsSchema },
  async ({ db, tenant }) => {
    const [found, provider] = await Promise.all([readFindings(db, tenant.id), readProvider(db, tenant.id)]);
    return { provider: provider.name, ...found };
  },
);
