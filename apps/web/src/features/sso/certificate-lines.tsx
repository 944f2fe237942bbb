"use client";

import { StatusPill } from "@rollcall/ui/status-pill";
import { useTranslations } from "next-intl";
import { CertificateLine } from "./certificate-line.tsx";
import type { Certificate } from "./schema.ts";

export interface CertificateLinesProps {
  readonly label: string;
  /** In the order in which they stand in the field; null for what is no certificate. */
  readonly certificates: readonly (Certificate | null)[];
}

/** What the certificates in the field say of themselves, before and after they are saved. */
export function CertificateLines({ label, certificates }: CertificateLinesProps) {
  return (
    <ul aria-label={label} className="grid grid-cols-[minmax(0,1fr)] gap-2 empty:hidden">
      {certificates.map((certificate, index) =>
        certificate === null ? (
          <UnreadableLine key={`unreadable-${index.toString()}`} number={index + 1} />
        ) : (
          <CertificateLine key={`${certificate.fingerprint}-${index.toString()}`} certificate={certificate} />
        ),
      )}
    </ul>
  );
}

function UnreadableLine({ number }: { readonly number: number }) {
  const t = useTranslations("sso.certificate");
  return (
    <li className="grid justify-items-start gap-1 rounded-md border border-border p-3">
      <StatusPill status="bad">{t("unreadable")}</StatusPill>
      <p className="text-13 text-muted-foreground">{t("unreadableBody", { number })}</p>
    </li>
  );
}
