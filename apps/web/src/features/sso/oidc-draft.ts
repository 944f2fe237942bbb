import type { Stored } from "./draft.ts";
import type { SsoView } from "./schema.ts";

/** The form of an OpenID Connect application. */
export interface OidcDraft {
  readonly issuer: string;
  readonly clientId: string;
  /** Empty keeps the stored one. */
  readonly clientSecret: string;
}

export function storedOidc({ config }: Pick<SsoView, "config">): Stored<OidcDraft> {
  const stored = config?.settings.kind === "oidc" ? config.settings : { issuer: "", clientId: "" };
  const { issuer, clientId } = stored;
  return { values: { issuer, clientId, clientSecret: "" }, version: config?.version ?? null };
}
