"use client";

import { Button } from "@rollcall/ui/button";
import { Dialog } from "@rollcall/ui/dialog";
import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { sessionExpiry } from "~/lib/session-expiry.ts";

/** Asks for a new sign-in that leads back to this very address. Closing it leaves the page to be read. */
export function SessionExpiredDialog() {
  const t = useTranslations("shell.expired");
  const expired = useSyncExternalStore(sessionExpiry.subscribe, sessionExpiry.get, () => false);
  const [dismissed, setDismissed] = useState(false);
  return (
    <Dialog
      open={expired && !dismissed}
      onOpenChange={(open) => setDismissed(!open)}
      size="sm"
      title={t("title")}
      description={t("body")}
      footer={
        <Button variant="primary" onClick={signInAgain}>
          {t("signIn")}
        </Button>
      }
    />
  );
}

function signInAgain(): void {
  const { pathname, search, hash } = window.location;
  window.location.assign(`/login?returnTo=${encodeURIComponent(`${pathname}${search}${hash}`)}`);
}
