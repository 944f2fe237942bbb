import type { Database } from "@rollcall/db";
import type { Caller } from "@rollcall/directory/accounts/setup";
import { resolveTenant, type TenantView } from "@rollcall/directory/accounts/tenants";
import { clientKey, countAttempt } from "@rollcall/directory/accounts/throttle";
import type { Arrival } from "@rollcall/directory/sso/complete-sign-in";
import { readSsoConfig, type SsoConfig } from "@rollcall/directory/sso/sso-config";
import { failureResponse } from "../console-route.ts";
import { callerOf } from "../public-route.ts";
import { newRequestId } from "../request-id.ts";
import { database } from "../runtime.ts";
import { throttled } from "../throttled.ts";
import { redirectTo, toLogin } from "./redirect.ts";

export interface SsoContext {
  readonly db: Database;
  readonly request: Request;
  readonly tenant: TenantView;
  readonly config: SsoConfig;
  readonly caller: Caller;
  readonly arrival: Arrival;
}

type TenantRoute = (request: Request, context: { params: Promise<{ tenant: string }> }) => Promise<Response>;

/** Sign-ins of one address in a quarter of an hour; a whole office may stand behind one. */
const RULE = { limit: 600, minutes: 15 };

/** A step of a sign-in through the identity provider: finds the tenant and its connection, and counts by address. */
export function ssoRoute(handler: (context: SsoContext) => Promise<Response>): TenantRoute {
  return async (request, { params }) => {
    const requestId = newRequestId();
    try {
      const db = database();
      const caller = callerOf(request);
      const until = await countAttempt(db, [{ ...clientKey("sso", caller.ip), rule: RULE }]);
      if (until !== null) throw throttled("sso.throttled", until);
      const { tenant: slug } = await params;
      const tenant = await resolveTenant(db, slug);
      const config = tenant === null ? null : await readSsoConfig(db, tenant.id);
      if (tenant === null || config === null) return redirectTo(toLogin(slug, { reason: "not_configured" }));
      const { idpInitiated, settings } = config;
      const arrival = { tenantId: tenant.id, method: settings.kind, idpInitiated, ip: caller.ip };
      return await handler({ db, request, tenant, config, caller, arrival });
    } catch (error) {
      return failureResponse(error, request, requestId);
    }
  };
}
