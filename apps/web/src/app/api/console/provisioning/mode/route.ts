import { type ModeRefusal, readMode, setMode } from "@rollcall/directory/connection/set-mode";
import { ModeInput, ModeView } from "~/features/provisioning/mode-schema.ts";
import { ConsoleError } from "~/server/console-error.ts";
import { consoleRoute } from "~/server/console-route.ts";

const REFUSALS: Readonly<Record<ModeRefusal, { status: number; message: string; fix: string }>> = {
  "connection.missing": {
    status: 404,
    message: "This tenant has no provisioning.",
    fix: "Ask whoever runs Rollcall.",
  },
  "mode.needs_sso": {
    status: 409,
    message: "Just-in-time needs sign-in through your identity provider.",
    fix: "Turn it on under SSO first.",
  },
};

export const GET = consoleRoute(
  { permission: "provisioning.read", response: ModeView },
  async ({ db, tenant }) => {
    const mode = await readMode(db, tenant.id);
    if (mode === null) throw refusal("connection.missing");
    return mode;
  },
);

export const PUT = consoleRoute(
  { permission: "provisioning.manage", body: ModeInput },
  async ({ db, tenant, actor, ip, body }) => {
    const result = await setMode(db, { tenantId: tenant.id, actor, ip }, body.mode);
    if (!result.ok) throw refusal(result.refusal.code);
    return undefined;
  },
);

function refusal(code: ModeRefusal): ConsoleError {
  return new ConsoleError({ code, ...REFUSALS[code] });
}
