import { changePassword } from "@rollcall/directory/accounts/change-password";
import { Ended, PasswordInput } from "~/features/account/schema.ts";
import { ConsoleError } from "~/server/console-error.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { passwordRefusal } from "~/server/password-refusal.ts";
import { throttled } from "~/server/throttled.ts";

const REFUSALS = {
  "password.none": {
    status: 409,
    field: "current",
    message: "This account has no password. It signs in with SSO.",
  },
  "password.wrong": { status: 403, field: "current", message: "This is not your current password." },
  "password.same": { status: 400, field: "next", message: "The new password is the old one." },
} as const;

export const POST = consoleRoute(
  { permission: "account.own", body: PasswordInput, response: Ended },
  async ({ db, tenant, actor, ip, body }) => {
    const result = await changePassword(db, { tenantId: tenant.id, actor, ip, ...body });
    if (result.ok) return { ended: result.endedSessions };
    if (result.code === "password.throttled") throw throttled(result.code, result.until);
    if (result.code === "password.unfit") throw passwordRefusal(result.fault, "next");
    throw new ConsoleError({ code: result.code, ...REFUSALS[result.code] });
  },
);
