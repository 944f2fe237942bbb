/** The addresses of this deployment that an identity provider is given. */
export interface ServiceAddresses {
  /** entityID, called Audience by OneLogin; SP metadata can be read there. */
  readonly audience: string;
  readonly acsUrl: string;
  /** Regular expression that OneLogin calls ACS (Consumer) URL Validator. */
  readonly acsValidator: string;
  /** Redirect URI of OpenID Connect. */
  readonly redirectUri: string;
  /** Where a sign-in starts. */
  readonly startUrl: string;
}

/** @param origin `https://host`, no slash at the end. */
export function serviceAddresses(origin: string, slug: string): ServiceAddresses {
  const base = `${origin}/api/sso/${slug}`;
  const acsUrl = `${base}/saml/acs`;
  return {
    audience: `${base}/saml/metadata`,
    acsUrl,
    acsValidator: `^${acsUrl.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}$`,
    redirectUri: `${base}/oidc/callback`,
    startUrl: `${base}/start`,
  };
}
