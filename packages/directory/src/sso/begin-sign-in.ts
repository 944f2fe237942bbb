import type { Database } from "@rollcall/db";
import { type ServiceAddresses, serviceAddresses } from "./addresses.ts";
import { newOidcSecrets, type OidcParties, oidcSignInUrl } from "./oidc.ts";
import { type SamlParties, samlSignInUrl } from "./saml.ts";
import { unseal } from "./sealed-secret.ts";
import type { SsoConfig } from "./sso-config.ts";
import type { SsoFault, SsoResult } from "./sso-fault.ts";
import { newSsoRequestId, saveSsoRequest } from "./sso-request.ts";
import type { SsoSettings } from "./sso-settings.ts";

export interface SignInStart {
  readonly tenant: { readonly id: string; readonly slug: string };
  /** Value of the cookie that ties the request to the browser. */
  readonly browser: string;
  readonly test: boolean;
  readonly returnTo: string;
  /** Opens the sealed client secret. */
  readonly key: string;
}

/**
 * Starts a sign-in and remembers it.
 *
 * @returns the address at the identity provider to send the browser to.
 */
export async function beginSignIn(
  db: Database,
  config: SsoConfig,
  start: SignInStart,
): Promise<SsoResult<string>> {
  const { tenant, browser, test, returnTo, key } = start;
  const id = newSsoRequestId();
  const request = { tenantId: tenant.id, browser, test, returnTo };
  if (config.settings.kind === "saml") {
    const url = await samlSignInUrl(samlParties(config.settings, tenant.slug), id);
    await saveSsoRequest(db, id, request);
    return { ok: true, value: url };
  }
  const secrets = newOidcSecrets();
  const parties = oidcParties(config.settings, tenant.slug, key);
  if (parties === null) return { ok: false, fault: SECRET_LOST };
  const url = await oidcSignInUrl(parties, { state: id, ...secrets });
  if (url.ok) await saveSsoRequest(db, id, { ...request, ...secrets });
  return url;
}

type Of<K extends SsoSettings["kind"]> = Extract<SsoSettings, { kind: K }>;

/** Both sides of a tenant's SAML connection. @param slug the tenant's, in our own addresses */
export function samlParties(settings: Of<"saml">, slug: string): SamlParties {
  const { audience, acsUrl } = addressesOf(settings, slug);
  const { entityId, ssoUrl, certificates } = settings;
  return { idp: { entityId, ssoUrl, certificates }, audience, acsUrl };
}

/** @returns null when the client secret was sealed with another key. */
export function oidcParties(settings: Of<"oidc">, slug: string, key: string): OidcParties | null {
  const { issuer, clientId, clientSecret: sealed } = settings;
  const { redirectUri } = addressesOf(settings, slug);
  const clientSecret = sealed === null ? null : unseal(sealed, key);
  if (sealed !== null && clientSecret === null) return null;
  return { issuer, clientId, clientSecret, redirectUri };
}

/** What is said when the key of this deployment is not the one that sealed the client secret. */
export const SECRET_LOST: SsoFault = {
  reason: "not_configured",
  detail: "The client secret was sealed with another key. Enter it again.",
};

function addressesOf(settings: SsoSettings, slug: string): ServiceAddresses {
  return serviceAddresses(settings.origin, slug);
}
