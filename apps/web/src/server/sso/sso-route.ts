import type { Database } from "@rollcall/db";
import type { Caller } from "@rollcall/directory/accounts/setup";
import { resolveTenant, type TenantView } from "@rollcall/directory/accounts/tenants";
import { clientKey, countAttempt } from "@rollcall/directory/accounts/throttle";
import { type Arrival, recordRefusal } from "@rollcall/directory/sso/complete-sign-in";
import { readSsoConfig, type SsoConfig } from "@rollcall/directory/sso/sso-config";
import { ConsoleError, refusalResponse } from "../console-error.ts";
import { logRouteFailure } from "../log-failure.ts";
import { callerOf } from "../public-route.ts";
import { newRequestId } from "../request-id.ts";
import { database, log } from "../runtime.ts";
import { redirectTo, toAuthError, toLogin } from "./redirect.ts";

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

/**
 * A step of a sign-in through the identity provider: finds the tenant and its connection, and counts by address. A person
 * is looking: what goes wrong is told on a page, under the reference that the log has.
 */
export function ssoRoute(handler: (context: SsoContext) => Promise<Response>): TenantRoute {
  return async (request, { params }) => {
    const { tenant: slug } = await params;
    const requestId = newRequestId();
    try {
      const db = database();
      const caller = callerOf(request);
      const until = await countAttempt(db, [{ ...clientKey("sso", caller.ip), rule: RULE }]);
      if (until !== null) return redirectTo(toAuthError(slug, "Throttled"));
      const tenant = await resolveTenant(db, slug);
      const config = tenant === null ? null : await readSsoConfig(db, tenant.id);
      if (tenant === null || config === null) {
        log().warn({ requestId, tenant: slug }, "sign-in is not set up");
        return redirectTo(toAuthError(slug, "Configuration", requestId));
      }
      const { idpInitiated, settings } = config;
      const arrival = { tenantId: tenant.id, method: settings.kind, idpInitiated, ip: caller.ip };
      return await handler({ db, request, tenant, config, caller, arrival });
    } catch (error) {
      if (error instanceof ConsoleError) return refusalResponse(error.refusal, requestId);
      logRouteFailure(error, request, requestId);
      return redirectTo(toAuthError(slug, "Failed", requestId));
    }
  };
}

/** Sends the person to the sign-in page after a refusal that an admin finds under Recent sign-ins. */
export async function notConfigured(context: SsoContext, detail: string): Promise<Response> {
  const { db, arrival, tenant } = context;
  const { outcome } = await recordRefusal(db, arrival, { reason: "not_configured", detail }, null);
  return redirectTo(toLogin(tenant.slug, { sso: outcome.signInId }));
}
