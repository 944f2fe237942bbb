import { transaction } from "@rollcall/db";
import { startForActive } from "@rollcall/directory/accounts/sessions";
import type { Received } from "@rollcall/directory/sso/complete-sign-in";
import { finishSignIn } from "@rollcall/directory/sso/finish-sign-in";
import { HOME, safeReturnTo } from "../return-to.ts";
import { withSession } from "../with-session.ts";
import { readBrowser } from "./browser-cookie.ts";
import { redirectTo, toLogin, toTestResult } from "./redirect.ts";
import type { SsoContext } from "./sso-route.ts";

/** Gives the browser that asked its session, or the reason why not. */
export async function finish(context: SsoContext, requestId: string): Promise<Response> {
  const { db, request, tenant, arrival, caller } = context;
  const finished = await finishSignIn(db, arrival, requestId, readBrowser(request), caller);
  switch (finished.kind) {
    case "signed_in": {
      const response = redirectTo(safeReturnTo(finished.returnTo));
      return withSession(response, { sid: finished.sessionId, tid: tenant.id }, request.headers);
    }
    case "tested":
      return redirectTo(toTestResult(finished.signInId));
    case "refused":
      return redirectTo(toLogin(tenant.slug, { sso: finished.signInId }));
    case "unknown":
      return redirectTo(toLogin(tenant.slug, { reason: "other_browser" }));
  }
}

/** What follows an answer that came by itself, without a request of ours, or that could not be believed. */
export async function finishUnasked(context: SsoContext, received: Received): Promise<Response> {
  const { db, request, tenant, arrival, caller } = context;
  const { outcome, test } = received;
  if (!outcome.ok) {
    return redirectTo(
      test ? toTestResult(outcome.signInId) : toLogin(tenant.slug, { sso: outcome.signInId }),
    );
  }
  const start = { tenantId: tenant.id, method: arrival.method, userId: outcome.userId, ...caller };
  const sessionId = await transaction(db, (client) => startForActive(client, start));
  if (sessionId === null) return redirectTo(toLogin(tenant.slug, { sso: outcome.signInId }));
  return withSession(redirectTo(HOME), { sid: sessionId, tid: tenant.id }, request.headers);
}
