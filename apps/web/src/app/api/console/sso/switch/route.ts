import { type SsoSwitch, type SwitchRefusal, switchSso } from "@rollcall/directory/sso/switch-sso";
import { SwitchInput } from "~/features/sso/schema.ts";
import { ConsoleError } from "~/server/console-error.ts";
import { consoleRoute } from "~/server/console-route.ts";

const MESSAGES: Readonly<Record<SwitchRefusal, string>> = {
  "sso.not_configured": "There is no connection yet.",
  "sso.not_enabled": "Turn sign-in on first.",
  "sso.not_verified": "An admin has to complete a sign-in through the identity provider first.",
  "sso.no_recovery":
    "Nobody could get in if the identity provider fails: there is no recovery admin with a password.",
  "sso.mode_needs_it": "People get their accounts by signing in here: the provisioning mode is just-in-time.",
  "sso.last_admin": "No admin could sign in any more: all of them come through the identity provider.",
};

export const POST = consoleRoute(
  { permission: "sso.manage", body: SwitchInput },
  async ({ db, tenant, actor, ip, body }) => {
    const { enabled, enforced, idpInitiated } = body;
    const change: SsoSwitch = {
      ...(enabled !== undefined && { enabled }),
      ...(enforced !== undefined && { enforced }),
      ...(idpInitiated !== undefined && { idpInitiated }),
    };
    const refusal = await switchSso(db, { tenantId: tenant.id, actor, ip }, change);
    if (refusal !== null) throw new ConsoleError({ code: refusal, status: 409, message: MESSAGES[refusal] });
    return undefined;
  },
);
