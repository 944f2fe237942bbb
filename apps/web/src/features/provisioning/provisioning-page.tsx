"use client";

import { Callout } from "@rollcall/ui/callout";
import { ErrorCard } from "@rollcall/ui/error-card";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { FindingsList } from "~/features/findings/findings-list.tsx";
import { ApiError } from "~/lib/api-error.ts";
import { ConfigDialog } from "./config-dialog.tsx";
import { DirectoryLinks } from "./directory-links.tsx";
import { HealthStrip } from "./health-strip.tsx";
import { ModeSection } from "./mode-section.tsx";
import { OperationsMatrix } from "./operations-matrix.tsx";
import { OverviewSkeleton } from "./overview-skeleton.tsx";
import { useProviderWords } from "./provider-words.ts";
import { useOverview } from "./queries.ts";
import { RegenerateDialog } from "./regenerate-dialog.tsx";
import type { OverviewData, SettingsData } from "./schema.ts";
import { ScimCard } from "./scim-card.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { SetupSteps } from "./setup-steps.tsx";
import { useTokenReveal } from "./use-token-reveal.ts";

export interface ProvisioningPageProps {
  readonly initial?: OverviewData;
  readonly settings?: SettingsData | undefined;
}

/** The provisioning overview, live. An overview that cannot be read is an error, never "no token". */
export function ProvisioningPage({ initial, settings }: ProvisioningPageProps) {
  const t = useTranslations("provisioning.error");
  const { data, error, refetch, isRefetching } = useOverview(initial);
  if (data) {
    return (
      <div className="grid gap-6">
        {error ? (
          <Callout status="warn" role="status">
            {t("stale")}
          </Callout>
        ) : null}
        <Overview overview={data} settings={settings} />
      </div>
    );
  }
  if (!error) return <OverviewSkeleton />;
  return (
    <ErrorCard
      title={t("title")}
      requestId={error instanceof ApiError ? error.requestId : undefined}
      onRetry={() => refetch()}
      retrying={isRefetching}
    >
      {t("body")}
    </ErrorCard>
  );
}

function Overview({ overview, settings }: { overview: OverviewData; settings: SettingsData | undefined }) {
  const provider = useProviderWords(overview.connection.provider);
  const [dialog, setDialog] = useQueryState(
    "dialog",
    parseAsStringLiteral(["config"]).withOptions({ history: "push" }),
  );
  const [regenerating, setRegenerating] = useState(false);
  const reveal = useTokenReveal();
  const heard = overview.traffic.lastRequestAt !== null;
  const verified = overview.tokens.verifiedAt !== null;
  const viewConfig = () => setDialog("config");
  return (
    <div className="grid gap-6">
      <ScimCard
        overview={overview}
        provider={provider}
        onViewConfig={viewConfig}
        onRegenerate={() => setRegenerating(true)}
      />
      {heard ? <HealthStrip traffic={overview.traffic} /> : null}
      <FindingsList />
      <SetupSteps overview={overview} provider={provider} onViewConfig={viewConfig} />
      {heard ? <DirectoryLinks counts={overview.counts} /> : null}
      {verified ? <OperationsMatrix overview={overview} provider={provider.name} /> : null}
      <ModeSection provider={provider.name} />
      <SettingsSection initial={settings} />
      <ConfigDialog
        open={dialog === "config"}
        onClose={() => setDialog(null)}
        overview={overview}
        provider={provider}
        reveal={reveal}
        onRegenerate={() => setRegenerating(true)}
      />
      <RegenerateDialog
        open={regenerating}
        onOpenChange={setRegenerating}
        overview={overview}
        provider={provider.name}
        reveal={reveal}
        onDone={() => {
          setRegenerating(false);
          setDialog("config");
        }}
      />
    </div>
  );
}
