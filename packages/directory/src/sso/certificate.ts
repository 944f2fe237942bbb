import { X509Certificate } from "node:crypto";

/** What the console shows of a signing certificate. */
export interface CertificateView {
  readonly subject: string;
  /** SHA-256, colon separated: what the identity provider's console shows too. */
  readonly fingerprint: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
}

/** @returns null for what is no X.509 certificate. */
export function readCertificate(pem: string): CertificateView | null {
  const certificate = parse(pem);
  if (certificate === null) return null;
  return {
    subject: certificate.subject.split("\n").join(", "),
    fingerprint: certificate.fingerprint256,
    validFrom: new Date(certificate.validFrom),
    validUntil: new Date(certificate.validTo),
  };
}

/**
 * Canonical PEM of a certificate as it is pasted: PEM, or bare base64 as metadata holds it.
 *
 * @returns null when it cannot be read.
 */
export function normalizeCertificate(text: string): string | null {
  const trimmed = text.trim();
  const pem = trimmed.startsWith("-----BEGIN")
    ? trimmed
    : `-----BEGIN CERTIFICATE-----\n${trimmed.replace(/\s+/g, "")}\n-----END CERTIFICATE-----`;
  return parse(pem)?.toString() ?? null;
}

function parse(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}
