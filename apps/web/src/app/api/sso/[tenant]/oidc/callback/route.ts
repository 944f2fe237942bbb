import { transaction } from "@rollcall/db";
import { oidcParties, SECRET_LOST } from "@rollcall/directory/sso/begin-sign-in";
import { receiveIdentity, recordRefusal } from "@rollcall/directory/sso/complete-sign-in";
import type { SsoIdentity } from "@rollcall/directory/sso/identity";
import { readOidcAnswer } from "@rollcall/directory/sso/oidc";
import type { SsoResult } from "@rollcall/directory/sso/sso-fault";
import { findSsoRequest, type SsoRequest, startedBy } from "@rollcall/directory/sso/sso-request";
import { authSecret } from "~/server/auth-secret.ts";
import { readBrowser } from "~/server/sso/browser-cookie.ts";
import { finish, finishUnasked } from "~/server/sso/finish.ts";
import { redirectTo, toLogin } from "~/server/sso/redirect.ts";
import { type SsoContext, ssoRoute } from "~/server/sso/sso-route.ts";

/** The redirect URI of OpenID Connect. The code is exchanged only in the browser that asked for it. */
export const GET = ssoRoute(async (context) => {
  const { db, request, tenant, config, arrival } = context;
  const state = new URL(request.url).searchParams.get("state") ?? "";
  const open = await transaction(db, (client) => findSsoRequest(client, tenant.id, state));
  if (open === null || !startedBy(open, readBrowser(request))) {
    return redirectTo(toLogin(tenant.slug, { reason: "other_browser" }));
  }
  const read = await readAnswer(context, open);
  const gate = { ...arrival, enabled: config.enabled, settings: config.settings };
  const received = read.ok
    ? await receiveIdentity(db, gate, read.value)
    : await recordRefusal(db, gate, read.fault, state);
  return received.requestId === null ? finishUnasked(context, received) : finish(context, received.requestId);
});

async function readAnswer(context: SsoContext, open: SsoRequest): Promise<SsoResult<SsoIdentity>> {
  const { request, tenant, config } = context;
  const { nonce, codeVerifier } = open.secret;
  const parties =
    config.settings.kind === "oidc" ? oidcParties(config.settings, tenant.slug, await authSecret()) : null;
  if (parties === null || nonce === undefined || codeVerifier === undefined)
    return { ok: false, fault: SECRET_LOST };
  const answer = new URL(parties.redirectUri);
  answer.search = new URL(request.url).search;
  return readOidcAnswer(answer, parties, { state: open.id, nonce, codeVerifier }, new Date());
}
