"use client";

import { Callout } from "@rollcall/ui/callout";
import { useTranslations } from "next-intl";
import { ApiError } from "~/lib/api-error.ts";

/** Why the connection was not saved. */
export function SaveError({ error }: { readonly error: Error | null }) {
  const t = useTranslations("sso");
  if (error === null) return null;
  const code = error instanceof ApiError ? error.code : undefined;
  const reference = error instanceof ApiError ? (error.requestId ?? "–") : "–";
  return (
    <Callout role="alert" status="bad">
      {code === "sso.certificate_unreadable"
        ? t("saml.unreadable")
        : code === "sso.last_admin"
          ? t("saveLocksOut")
          : code === "sso.changed"
            ? t("conflict")
            : t("saveFailed", { reference })}
    </Callout>
  );
}
