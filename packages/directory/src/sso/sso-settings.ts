import { createHash } from "node:crypto";
import { z } from "zod";

const SamlSettings = z.object({
  kind: z.literal("saml"),
  /** The address of this deployment when it was saved: audience and ACS are made from it, never from a request. */
  origin: z.string(),
  entityId: z.string(),
  ssoUrl: z.string(),
  certificates: z.array(z.string()),
});
const OidcSettings = z.object({
  kind: z.literal("oidc"),
  origin: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  /** Sealed; null for a public client. */
  clientSecret: z.string().nullable(),
});
/** What is stored of a connection: where the identity provider is, and how its answers are verified. */
export const Settings = z.discriminatedUnion("kind", [SamlSettings, OidcSettings]);

export type SsoSettings = z.infer<typeof Settings>;

/** Tells one state of a connection from another: what an editor must have seen to save over it. */
export function settingsVersion(settings: SsoSettings, metadataUrl: string | null): string {
  return createHash("sha256")
    .update(JSON.stringify([settings, metadataUrl]))
    .digest("base64url");
}
