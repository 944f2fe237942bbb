"use client";

import { Button } from "@rollcall/ui/button";
import { Callout } from "@rollcall/ui/callout";
import { ConfirmDialog } from "@rollcall/ui/confirm-dialog";
import { CopyField } from "@rollcall/ui/copy-field";
import { Dialog } from "@rollcall/ui/dialog";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useConsole } from "~/features/shell/console-context.tsx";
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
 * dialog closes, which asks first while nobody has copied it.
 */
export function ConfigDialog({ open, onClose, overview, provider, reveal, onRegenerate }: ConfigDialogProps) {
  const t = useTranslations("provisioning.config");
  const [leaving, setLeaving] = useState(false);
  const close = () => {
    reveal.clear();
    setLeaving(false);
    onClose();
  };
  return (
    <>
      <Dialog
        open={open}
        onOpenChange={(next) => {
          if (next) return;
          if (reveal.unsaved) setLeaving(true);
          else close();
        }}
        title={t("title")}
        footer={
          <Button variant="primary" onClick={() => (reveal.unsaved ? setLeaving(true) : close())}>
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
