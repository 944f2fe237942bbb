import { generateToken } from "@rollcall/directory/tokens/issue-token";
import { issuedTokenSchema } from "~/features/provisioning/schema.ts";
import { ConsoleError } from "~/server/console-error.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const POST = consoleRoute(
  { permission: "provisioning.manage", response: issuedTokenSchema },
  async ({ db, tenant, actor, ip }) => {
    const issued = await generateToken(db, { tenantId: tenant.id, actor, ip });
    if (issued !== undefined) return issued;
    throw new ConsoleError({
      code: "token.exists",
      status: 409,
      message: "There is a token already. It was not changed.",
      fix: "Regenerate it if it was lost.",
    });
  },
);
