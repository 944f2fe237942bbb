"use client";

import { Button } from "@rollcall/ui/button";
import { Callout } from "@rollcall/ui/callout";
import { Card } from "@rollcall/ui/card";
import { Switch } from "@rollcall/ui/switch";
import { CloudDownload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { toast } from "sonner";
import { useConsole } from "~/features/shell/console-context.tsx";
import { failureText } from "~/lib/failure-text.ts";
import { ConnectionPill } from "./connection-pill.tsx";
import { CutOver } from "./cut-over.tsx";
import { PauseDialog } from "./pause-dialog.tsx";
import type { ProviderWords } from "./provider-words.ts";
import { useSetEnabled } from "./queries.ts";
import type { OverviewData } from "./schema.ts";
import { ScimMenu } from "./scim-menu.tsx";
import { ScimSentence } from "./scim-sentence.tsx";

export interface ScimCardProps {
  readonly overview: OverviewData;
  readonly provider: ProviderWords;
  readonly onViewConfig: () => void;
  /** Makes the first token, to be shown in View Config. */
  readonly onGenerate: () => void;
  readonly onRegenerate: () => void;
}

/** The SCIM row: its state, its switch, the way to URL and token, and what to know right now. */
export function ScimCard({ overview, provider, onViewConfig, onGenerate, onRegenerate }: ScimCardProps) {
  const t = useTranslations("provisioning.row");
  const words = useTranslations("provisioning.pause");
  const { may } = useConsole();
  const [pausing, setPausing] = useState(false);
  const id = useId();
  const viewConfig = useRef<HTMLButtonElement>(null);
  const setEnabled = useSetEnabled();
  const { enabled } = overview.connection;
  const unavailable = overview.state === "off";
  const resume = () => setEnabled.mutate(true, { onSuccess: () => toast.success(words("resumed")) });
  // The button that was pressed goes with its state; the focus comes back to one that stays.
  const generate = () => {
    viewConfig.current?.focus();
    onGenerate();
  };
  const pause = () =>
    setEnabled.mutate(false, {
      onSuccess: () => {
        setPausing(false);
        toast.success(words("done"));
      },
    });
  return (
    <Card aria-labelledby={`${id}-name`} className="grid gap-4 p-4 sm:p-5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2">
          <span
            aria-hidden
            className="grid size-9 place-items-center rounded-md border border-border bg-muted text-muted-foreground"
          >
            <CloudDownload className="size-4.5" />
          </span>
          <h2 id={`${id}-name`} className="font-semibold text-base">
            {t("name")}
          </h2>
          <ConnectionPill overview={overview} provider={provider.name} />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Switch
            label={t("switch")}
            words={{ on: t("on"), off: t("off") }}
            checked={enabled}
            pending={setEnabled.isPending}
            disabled={!may("provisioning.manage")}
            onCheckedChange={(next) => (next ? resume() : setPausing(true))}
          />
          <Button
            ref={viewConfig}
            onClick={onViewConfig}
            aria-disabled={unavailable || undefined}
            aria-describedby={unavailable ? `${id}-first` : undefined}
          >
            {t("viewConfig")}
          </Button>
          <ScimMenu
            overview={overview}
            provider={provider}
            onRegenerate={onRegenerate}
            onPause={() => setPausing(true)}
            onResume={resume}
          />
        </div>
      </div>
      <ScimSentence overview={overview} provider={provider} onGenerate={generate} />
      {unavailable ? (
        <p id={`${id}-first`} className="sr-only">
          {t("turnOnFirst")}
        </p>
      ) : null}
      <CutOver tokens={overview.tokens} provider={provider.name} />
      {setEnabled.isError && !pausing ? (
        <Callout status="bad" role="alert">
          {t("failed", { reason: failureText(setEnabled.error) })}
        </Callout>
      ) : null}
      <PauseDialog
        open={pausing}
        onOpenChange={(open) => {
          setPausing(open);
          if (!open) setEnabled.reset();
        }}
        onConfirm={pause}
        busy={setEnabled.isPending}
        error={setEnabled.isError ? t("failed", { reason: failureText(setEnabled.error) }) : null}
        provider={provider.name}
        people={overview.counts.people}
        teams={overview.counts.teams}
      />
    </Card>
  );
}
