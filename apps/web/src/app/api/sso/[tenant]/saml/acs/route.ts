import { samlParties } from "@rollcall/directory/sso/begin-sign-in";
import { type Received, receiveIdentity, recordRefusal } from "@rollcall/directory/sso/complete-sign-in";
import { claimedRequest, readSamlResponse } from "@rollcall/directory/sso/saml";
import { finishUnasked } from "~/server/sso/finish.ts";
import { readForm } from "~/server/sso/read-form.ts";
import { redirectTo } from "~/server/sso/redirect.ts";
import { notConfigured, type SsoContext, ssoRoute } from "~/server/sso/sso-route.ts";

/** The assertion consumer: where the identity provider's page posts its answer. SAML Bindings §3.5. */
export const POST = ssoRoute(async (context) => {
  const { request, tenant, config } = context;
  const samlResponse = (await readForm(request)).get("SAMLResponse");
  if (config.settings.kind !== "saml")
    return notConfigured(context, "A SAML response came, but the connection here is OpenID Connect.");
  if (samlResponse === null) return notConfigured(context, "The identity provider posted no SAMLResponse.");
  const received = await receive(context, samlResponse);
  if (received.requestId === null) return finishUnasked(context, received);
  const next = new URLSearchParams({ request: received.requestId });
  return redirectTo(`/api/sso/${tenant.slug}/finish?${next}`);
});

async function receive({ db, tenant, config, arrival }: SsoContext, samlResponse: string): Promise<Received> {
  if (config.settings.kind !== "saml") throw new Error("The connection is no SAML connection.");
  const read = await readSamlResponse(samlResponse, samlParties(config.settings, tenant.slug), new Date());
  const gate = { ...arrival, enabled: config.enabled, settings: config.settings };
  return read.ok
    ? receiveIdentity(db, gate, read.value)
    : recordRefusal(db, gate, read.fault, claimedRequest(samlResponse));
}
