import { readProvider } from "@rollcall/directory/explain/read-provider";
import { traceSubject } from "@rollcall/directory/explain/trace/trace-subject";
import { traceQuerySchema, traceReplySchema } from "~/features/trace/schema.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const GET = consoleRoute(
  { permission: "users.read", query: traceQuerySchema, response: traceReplySchema },
  async ({ db, tenant, query }) => {
    const [trace, provider] = await Promise.all([
      traceSubject(db, tenant.id, query.q),
      readProvider(db, tenant.id),
    ]);
    return { provider: provider.name, trace };
  },
);
