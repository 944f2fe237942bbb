import { readCertificate } from "@rollcall/directory/sso/certificate";
import type { SignInEntry } from "@rollcall/directory/sso/sign-in-log";
import type { SsoConfig } from "@rollcall/directory/sso/sso-config";
import type { Certificate, SignIn, SsoConfigView } from "./schema.ts";

export function certificateView(pem: string): Certificate[] {
  const read = readCertificate(pem);
  if (read === null) return [];
  const { subject, fingerprint, validUntil } = read;
  return [{ pem, subject, fingerprint, validUntil: validUntil.toISOString() }];
}

/** A connection as the browser may see it: without the client secret. */
export function configView(config: SsoConfig): SsoConfigView {
  const { settings, verifiedAt, updatedAt, ...rest } = config;
  return {
    ...rest,
    verifiedAt: verifiedAt?.toISOString() ?? null,
    updatedAt: updatedAt.toISOString(),
    settings:
      settings.kind === "saml"
        ? { ...settings, certificates: settings.certificates.flatMap(certificateView) }
        : { ...settings, hasSecret: settings.clientSecret !== null },
  };
}

export function signInView(entry: SignInEntry): SignIn {
  return { ...entry, at: entry.at.toISOString() };
}
