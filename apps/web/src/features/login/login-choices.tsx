"use client";

import { Button, buttonStyles } from "@rollcall/ui/button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasswordForm } from "./password-form.tsx";

export interface LoginChoicesProps {
  readonly tenant: string;
  /** The identity provider's name, and where its sign-in starts; null without SSO. */
  readonly sso: { readonly provider: string; readonly href: string; readonly enforced: boolean } | null;
  readonly returnTo: string;
  /** The address asks for the password form (`?method=password`). */
  readonly passwordFirst: boolean;
}

/** The ways to sign in: the identity provider first, the password expands in place. */
export function LoginChoices({ tenant, sso, returnTo, passwordFirst }: LoginChoicesProps) {
  const t = useTranslations("login");
  const [open, setOpen] = useState(sso === null || passwordFirst);
  const provider = sso?.provider ?? t("providers.sso");
  const form = <PasswordForm tenant={tenant} provider={provider} returnTo={returnTo} autoFocus={open} />;
  if (sso === null) return form;
  return (
    <div className="grid gap-5">
      <a href={sso.href} className={buttonStyles({ variant: "primary", size: "lg" })}>
        {t("sso", { provider })}
      </a>
      {open ? (
        <>
          <div className="flex items-center gap-3 text-13 text-muted-foreground">
            <span aria-hidden className="h-px grow bg-border" />
            {t("or")}
            <span aria-hidden className="h-px grow bg-border" />
          </div>
          {sso.enforced ? (
            <p className="text-13 text-muted-foreground">{t("enforced", { provider })}</p>
          ) : null}
          {form}
        </>
      ) : (
        <Button variant="ghost" size="lg" aria-expanded={false} onClick={() => setOpen(true)}>
          {t("withPassword")}
        </Button>
      )}
    </div>
  );
}
