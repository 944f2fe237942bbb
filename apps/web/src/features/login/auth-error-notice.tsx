"use client";

import { buttonStyles } from "@rollcall/ui/button";
import { Callout } from "@rollcall/ui/callout";
import { useTranslations } from "next-intl";
import type { AuthErrorCode } from "./auth-error.ts";

export interface AuthErrorNoticeProps {
  readonly error: AuthErrorCode;
  readonly reference?: string | undefined;
  /** Slug of the organisation whose sign-in it was. */
  readonly tenant?: string | undefined;
}

/** What went wrong with a sign-in, the reference under which the log has it, and the way back. It asks no database. */
export function AuthErrorNotice({ error, reference, tenant }: AuthErrorNoticeProps) {
  const t = useTranslations("login");
  const back = tenant === undefined ? "/login" : `/login?${new URLSearchParams({ tenant })}`;
  return (
    <>
      <Callout role="alert" status={error === "Failed" ? "bad" : "warn"}>
        <p>{t(`error.${error}`)}</p>
        {reference === undefined ? null : (
          <p className="mt-1 font-mono text-xs">{t("refused.reference", { reference })}</p>
        )}
      </Callout>
      <a href={back} className={buttonStyles({ variant: "primary", size: "lg" })}>
        {t("error.back")}
      </a>
    </>
  );
}
