/** Who the identity provider says has signed in, after everything about its answer was checked. */
export interface SsoIdentity {
  /** NameID of SAML; e-mail, else subject, of OIDC. */
  readonly nameId: string;
  /** Other names of the same person to look for when `nameId` matches nobody. */
  readonly alternates: readonly string[];
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  /** What must not be used twice, and until when it could be. */
  readonly once: { readonly id: string; readonly until: Date };
  /** The request that this answers; null when nobody asked. */
  readonly inResponseTo: string | null;
}
