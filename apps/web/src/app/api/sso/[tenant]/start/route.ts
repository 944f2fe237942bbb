import { beginSignIn } from "@rollcall/directory/sso/begin-sign-in";
import { recordRefusal } from "@rollcall/directory/sso/complete-sign-in";
import { authSecret } from "~/server/auth-secret.ts";
import { permits } from "~/server/permissions.ts";
import { safeReturnTo } from "~/server/return-to.ts";
import { readSession } from "~/server/session.ts";
import { newBrowser, readBrowser, setBrowser } from "~/server/sso/browser-cookie.ts";
import { redirectTo, toLogin, toTestResult } from "~/server/sso/redirect.ts";
import { notConfigured, ssoRoute } from "~/server/sso/sso-route.ts";

/** Sends the browser to the identity provider. `?test=1` tries the connection out; an admin may, also before it is on. */
export const GET = ssoRoute(async (context) => {
  const { db, request, tenant, config, arrival } = context;
  const { searchParams } = new URL(request.url);
  const test = searchParams.has("test") && (await isAdminOf(tenant.id));
  if (!config.enabled && !test)
    return notConfigured(context, "Sign-in through the identity provider is off.");
  const browser = readBrowser(request) ?? newBrowser();
  const started = await beginSignIn(db, config, {
    tenant,
    browser,
    test,
    returnTo: safeReturnTo(searchParams.get("returnTo")),
    key: await authSecret(),
  });
  if (started.ok) return setBrowser(redirectTo(started.value), request, browser);
  const { outcome } = await recordRefusal(db, arrival, started.fault, null);
  return redirectTo(test ? toTestResult(outcome.signInId) : toLogin(tenant.slug, { sso: outcome.signInId }));
});

async function isAdminOf(tenantId: string): Promise<boolean> {
  const session = await readSession();
  return (
    session?.kind === "live" && session.tenant.id === tenantId && permits(session.user.role, "sso.manage")
  );
}
