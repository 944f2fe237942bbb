"use client";

import { Button } from "@rollcall/ui/button";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ActionData } from "~/features/explain/sentence-schema.ts";
import { useSetEnabled } from "~/features/provisioning/queries.ts";
import { useCopyScimUrl } from "~/features/provisioning/use-copy-scim-url.tsx";
import { useConsole } from "~/features/shell/console-context.tsx";
import { failureText } from "~/lib/failure-text.ts";
import { useDismissFinding } from "./queries.ts";
import type { FindingData } from "./schema.ts";

/** What the console offers for a finding, and the way to put it aside. */
export function FindingActions({ finding }: { readonly finding: FindingData }) {
  const t = useTranslations("explain.finding");
  const { may } = useConsole();
  const dismiss = useDismissFinding();
  return (
    <>
      {finding.resolvedAt === null
        ? finding.actions.map((action) => <Offer key={action.kind} action={action} />)
        : null}
      {may("provisioning.manage") ? (
        <Button
          size="sm"
          variant="ghost"
          busy={dismiss.isPending}
          onClick={() => dismiss.mutate(finding.key)}
        >
          {t("dismiss")}
        </Button>
      ) : null}
      {dismiss.isError ? <Failed>{t("dismissFailed", { reason: failureText(dismiss.error) })}</Failed> : null}
    </>
  );
}

/** Most offers are places. Copying the URL and turning SCIM on need no place to be done in. */
function Offer({ action }: { readonly action: ActionData }) {
  const t = useTranslations("explain.actions");
  switch (action.kind) {
    case "copy_url":
      return <CopyUrl />;
    case "turn_on":
      return <TurnOn />;
    default:
      return (
        <Button size="sm" render={<Link href={action.href} />}>
          {t(action.kind, { count: action.count ?? 0 })}
        </Button>
      );
  }
}

function CopyUrl() {
  const t = useTranslations("explain.actions");
  const { copyUrl, byHand } = useCopyScimUrl();
  return (
    <>
      <Button size="sm" onClick={copyUrl}>
        {t("copy_url")}
      </Button>
      {byHand}
    </>
  );
}

/** Needs no confirmation: nothing happens until a token is used. */
function TurnOn() {
  const t = useTranslations("explain");
  const { may } = useConsole();
  const setEnabled = useSetEnabled();
  if (!may("provisioning.manage")) return null;
  return (
    <>
      <Button size="sm" busy={setEnabled.isPending} onClick={() => setEnabled.mutate(true)}>
        {t("actions.turn_on")}
      </Button>
      {setEnabled.isError ? (
        <Failed>{t("finding.turnOnFailed", { reason: failureText(setEnabled.error) })}</Failed>
      ) : null}
    </>
  );
}

function Failed({ children }: { readonly children: string }) {
  return (
    <p role="alert" className="w-full text-13 text-bad">
      {children}
    </p>
  );
}
