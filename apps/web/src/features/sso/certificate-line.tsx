"use client";

import { StatusPill } from "@rollcall/ui/status-pill";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { useTranslations } from "next-intl";
import { certificateStatus } from "./certificate-status.ts";
import type { Certificate } from "./schema.ts";

/** Whose certificate, its fingerprint, and how long it still holds. */
export function CertificateLine({ certificate }: { readonly certificate: Certificate }) {
  const t = useTranslations("sso.certificate");
  const { days, status } = certificateStatus(certificate.validUntil, Date.now());
  return (
    <li className="grid gap-1 rounded-md border border-border p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="min-w-0 break-words font-medium text-sm">{certificate.subject}</span>
        <StatusPill status={status}>
          <span suppressHydrationWarning>{days < 0 ? t("expired") : t("days", { days })}</span>
        </StatusPill>
      </div>
      <p className="break-all font-mono text-muted-foreground text-xs">{certificate.fingerprint}</p>
      <p className="text-13 text-muted-foreground">
        {t("until")} <TimeAgo at={certificate.validUntil} absolute />
      </p>
    </li>
  );
}
