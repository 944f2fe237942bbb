"use client";

import { Button } from "@rollcall/ui/button";
import { Callout } from "@rollcall/ui/callout";
import { ConfirmDialog } from "@rollcall/ui/confirm-dialog";
import { CopyField } from "@rollcall/ui/copy-field";
import { Dialog } from "@rollcall/ui/dialog";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useConsole } from "~/features/shell/console-context.tsx";
import { useBackGuard } from "~/lib/use-back-guard.ts";
import { ConnectionWatch } from "./connection-watch.tsx";
import type { ProviderWords } from "./provider-words.ts";
import type { OverviewData } from "./schema.ts";
import { TokenField } from "./token-field.tsx";
import type { TokenReveal } from "./use-token-reveal.ts";

export interface ConfigDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly overview: OverviewData;
  readonly provider: ProviderWords;
  readonly reveal: TokenReveal;
  readonly onRegenerate: () => void;
}

/**
 * The two values that the identity provider needs. Opening it reveals and mints nothing; a new token is shown until the
 * dialog closes, which asks first while nobody has copied it, and waits while it is being made.
 */
export function ConfigDialog({ open, onClose, overview, provider, reveal, onRegenerate }: ConfigDialogProps) {
  const t = useTranslations("provisioning.config");
  const [leaving, setLeaving] = useState(false);
  const { clear, busy, unsaved } = reveal;
  const addressed = useSearchParams().get("dialog") === "config";
  useBackGuard(open && addressed && (busy || unsaved), () => setLeaving(!busy));
  // However it closes, by the browser's Back too, the secret goes.
  useEffect(() => (open ? clear : undefined), [open, clear]);
  const close = () => {
    setLeaving(false);
    onClose();
  };
  const ask = () => {
    if (unsaved) setLeaving(true);
    else if (!busy) close();
  };
  return (
    <>
      <Dialog
        open={open}
        onOpenChange={(next) => (next ? undefined : ask())}
        title={t("title")}
        footer={
          <Button variant="primary" aria-disabled={busy || undefined} onClick={ask}>
            {t("done")}
          </Button>
        }
      >
        {overview.state === "off" ? (
          <Callout status="off">{t("turnOnFirst")}</Callout>
        ) : (
          <ConfigBody overview={overview} provider={provider} reveal={reveal} onRegenerate={onRegenerate} />
        )}
      </Dialog>
      <ConfirmDialog
        open={leaving}
        onOpenChange={setLeaving}
        title={t("close.title")}
        confirmLabel={t("close.confirm")}
        danger
        onConfirm={close}
      >
        <p>{t("close.body")}</p>
      </ConfirmDialog>
    </>
  );
}

type BodyProps = Pick<ConfigDialogProps, "overview" | "provider" | "reveal" | "onRegenerate">;

function ConfigBody({ overview, provider, reveal, onRegenerate }: BodyProps) {
  const t = useTranslations("provisioning.config");
  const { scimUrl } = useConsole();
  const calls = (field: string) =>
    t.rich("calls", {
      provider: provider.name,
      field,
      b: (chunks) => <span className="font-medium text-foreground">{chunks}</span>,
    });
  return (
    <div className="grid gap-5 pb-1">
      <CopyField label={t("url")} hint={calls(provider.url)} value={scimUrl} />
      <TokenField
        token={overview.tokens.current}
        hint={calls(provider.token)}
        reveal={reveal}
        onRegenerate={onRegenerate}
      />
      <ConnectionWatch overview={overview} provider={provider} />
      <p className="text-13 text-muted-foreground">{provider.where}</p>
    </div>
  );
}
