"use client";

import { Callout } from "@rollcall/ui/callout";
import { ErrorCard } from "@rollcall/ui/error-card";
import { useTranslations } from "next-intl";
import { CheckLink } from "~/features/check-payload/check-link.tsx";
import { FindingsList } from "~/features/findings/findings-list.tsx";
import { PinnedFinding } from "~/features/findings/pinned-finding.tsx";
import type { FindingsData } from "~/features/findings/schema.ts";
import { ApiError } from "~/lib/api-error.ts";
import { ConfigDialog } from "./config-dialog.tsx";
import { DirectoryLinks } from "./directory-links.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { HealthStrip } from "./health-strip.tsx";
import type { ModeView } from "./mode-schema.ts";
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
import { useProvisioningDialogs } from "./use-provisioning-dialogs.ts";
import { useTokenReveal } from "./use-token-reveal.ts";

export interface ProvisioningPageProps {
  readonly initial?: OverviewData;
  readonly settings?: SettingsData | undefined;
  readonly findings?: FindingsData | undefined;
  readonly mode?: ModeView | undefined;
}

/** The provisioning overview, live. An overview that cannot be read is an error, never "no token". */
export function ProvisioningPage({ initial, ...parts }: ProvisioningPageProps) {
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
        <Overview overview={data} {...parts} />
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

interface OverviewProps extends Omit<ProvisioningPageProps, "initial"> {
  readonly overview: OverviewData;
}

function Overview({ overview, settings, findings, mode }: OverviewProps) {
  const provider = useProviderWords(overview.connection.provider);
  const dialogs = useProvisioningDialogs(overview.tokens.current !== null);
  const reveal = useTokenReveal();
  const heard = overview.traffic.lastRequestAt !== null;
  const verified = overview.tokens.verifiedAt !== null;
  return (
    <div className="grid gap-6">
      <PinnedFinding initial={findings} />
      <ScimCard
        overview={overview}
        provider={provider}
        onViewConfig={dialogs.openConfig}
        onGenerate={() => {
          dialogs.openConfig();
          void reveal.generate();
        }}
        onRegenerate={dialogs.askToRegenerate}
      />
      <FirstSteps overview={overview} provider={provider.name} />
      {heard ? <HealthStrip traffic={overview.traffic} /> : null}
      <FindingsList initial={findings} />
      <SetupSteps overview={overview} provider={provider} onViewConfig={dialogs.openConfig} />
      {heard ? <DirectoryLinks counts={overview.counts} /> : null}
      {verified ? <OperationsMatrix overview={overview} provider={provider} /> : null}
      <CheckLink />
      <ModeSection provider={provider.name} initial={mode} />
      <SettingsSection initial={settings} />
      <ConfigDialog
        open={dialogs.configOpen}
        onClose={dialogs.closeConfig}
        overview={overview}
        provider={provider}
        reveal={reveal}
        onRegenerate={dialogs.askToRegenerate}
      />
      <RegenerateDialog
        open={dialogs.regenerateOpen}
        onClose={dialogs.stopAsking}
        overview={overview}
        provider={provider.name}
        reveal={reveal}
        onDone={() => {
          dialogs.stopAsking();
          dialogs.openConfig();
        }}
      />
    </div>
  );
}
