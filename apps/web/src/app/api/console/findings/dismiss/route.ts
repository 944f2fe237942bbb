import { dismissFinding } from "@rollcall/directory/explain/dismissals";
import { dismissalSchema } from "~/features/findings/schema.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const POST = consoleRoute(
  { permission: "provisioning.manage", body: dismissalSchema },
  async (context) => {
    await dismissFinding(context.db, actContext(context), context.body.key);
    return undefined;
  },
);
