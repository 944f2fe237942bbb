import { z } from "zod";
import { searchText } from "~/lib/search-text.ts";

const moment = z.iso.datetime();

export const Certificate = z.object({
  pem: z.string(),
  subject: z.string(),
  fingerprint: z.string(),
  validUntil: moment,
});
export type Certificate = z.infer<typeof Certificate>;

export const SamlView = z.object({
  kind: z.literal("saml"),
  entityId: z.string(),
  ssoUrl: z.string(),
  certificates: z.array(Certificate),
});
export type SamlView = z.infer<typeof SamlView>;

export const OidcView = z.object({
  kind: z.literal("oidc"),
  issuer: z.string(),
  clientId: z.string(),
  /** The secret itself never leaves the server. */
  hasSecret: z.boolean(),
});

export const SsoConfigView = z.object({
  settings: z.discriminatedUnion("kind", [SamlView, OidcView]),
  enabled: z.boolean(),
  enforced: z.boolean(),
  idpInitiated: z.boolean(),
  metadataUrl: z.string().nullable(),
  /** What a save must name to be applied: it changes with every save. */
  version: z.string(),
  verifiedAt: moment.nullable(),
  updatedAt: moment,
  updatedByName: z.string().nullable(),
});
export type SsoConfigView = z.infer<typeof SsoConfigView>;

export const SsoView = z.object({
  slug: z.string(),
  /** Whose labels are spoken: onelogin, okta … */
  provider: z.string(),
  addresses: z.object({
    audience: z.string(),
    acsUrl: z.string(),
    acsValidator: z.string(),
    redirectUri: z.string(),
  }),
  config: SsoConfigView.nullable(),
  matches: z.object({
    userName: z.number(),
    email: z.number(),
    externalId: z.number(),
    unmatched: z.number(),
    unmatchedNames: z.array(z.string()).readonly(),
  }),
});
export type SsoView = z.infer<typeof SsoView>;

const webAddress = z.url({ protocol: /^https?$/ }).max(2048);

export const PreviewInput = z.discriminatedUnion("from", [
  z.object({ from: z.literal("url"), url: webAddress }),
  z.object({ from: z.literal("xml"), xml: z.string().min(1).max(500_000) }),
]);
export const Preview = SamlView.extend({ metadataUrl: z.string().nullable() });
export type Preview = z.infer<typeof Preview>;

const certificates = z.array(z.string().min(1).max(20_000)).min(1).max(4);

export const CertificatesInput = z.object({ certificates });
/** In the order of the input; null for what is no certificate. */
export const CertificatesRead = z.object({ certificates: z.array(Certificate.nullable()) });

/** The version of the connection that the editor began with; null where there was none. */
const seen = z.string().max(64).nullable();

export const SaveInput = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("saml"),
    seen,
    entityId: z.string().trim().min(1).max(1024),
    ssoUrl: webAddress,
    certificates,
    metadataUrl: webAddress.nullable(),
  }),
  z.object({
    kind: z.literal("oidc"),
    seen,
    issuer: webAddress,
    clientId: z.string().trim().min(1).max(512),
    /** Absent keeps the stored one; empty means a public client. */
    clientSecret: z.string().max(1024).optional(),
  }),
]);
export type SaveInput = z.infer<typeof SaveInput>;

export const SwitchInput = z
  .object({ enabled: z.boolean(), enforced: z.boolean(), idpInitiated: z.boolean() })
  .partial();
export type SwitchInput = z.infer<typeof SwitchInput>;

export const SignIn = z.object({
  id: z.uuid(),
  at: moment,
  method: z.string(),
  ok: z.boolean(),
  reason: z.string().nullable(),
  detail: z.string().nullable(),
  nameId: z.string().nullable(),
  matchedBy: z.string().nullable(),
  userId: z.string().nullable(),
  personName: z.string().nullable(),
  test: z.boolean(),
  ip: z.string().nullable(),
});
export type SignIn = z.infer<typeof SignIn>;

export const SignInQuery = z.object({
  outcome: z.enum(["ok", "refused"]).optional(),
  q: searchText.optional(),
  before: z.uuid().optional(),
});
export const SignInPage = z.object({ signIns: z.array(SignIn), more: z.boolean() });

export const SignInDetail = SignIn.extend({ attributes: z.record(z.string(), z.array(z.string())) });
export type SignInDetail = z.infer<typeof SignInDetail>;
