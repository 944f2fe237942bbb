"use client";

import { Callout } from "@rollcall/ui/callout";
import { PageHeader } from "@rollcall/ui/page-header";
import { Loading } from "@rollcall/ui/skeleton";
import { TableSkeleton } from "@rollcall/ui/table-skeleton";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { LoadError } from "~/features/list/load-error.tsx";
import { SourceLabel } from "~/features/list/source-label.tsx";
import { TimelineCard } from "~/features/list/timeline-card.tsx";
import { DetailCrumb } from "~/features/shell/crumb.tsx";
import { ApiError } from "~/lib/api-error.ts";
import { EditTeam } from "./edit-team.tsx";
import { MembersCard } from "./members-card.tsx";
import { OriginCard } from "./origin-card.tsx";
import type { TeamDetail } from "./schema.ts";
import { StaleNotice } from "./stale-notice.tsx";
import { TeamDanger } from "./team-danger.tsx";
import { usePresentTeam } from "./use-present-team.ts";

/** One team: its members, where it comes from, what happened, what it grants, and how to be rid of it. */
export function TeamPage({ id }: { readonly id: string }) {
  const team = usePresentTeam(id);
  if (team.error instanceof ApiError && team.error.status === 404) notFound();
  if (team.error && !team.data) {
    return <LoadError error={team.error} onRetry={() => team.refetch()} retrying={team.isRefetching} />;
  }
  return (
    <Loading loading={team.isPending} placeholder={<TableSkeleton columns={2} />}>
      {team.data ? <TeamBody detail={team.data} onDeleting={team.leave} /> : null}
    </Loading>
  );
}

function TeamBody({ detail, onDeleting }: { readonly detail: TeamDetail; readonly onDeleting: () => void }) {
  const t = useTranslations("teams.detail");
  const { team, provider } = detail;
  return (
    <div className="grid max-w-4xl gap-8">
      <DetailCrumb label={team.displayName} />
      <div className="grid gap-4">
        <PageHeader
          title={team.displayName}
          description={team.description ?? undefined}
          badge={<SourceLabel source={team.source} provider={provider} />}
        />
        {team.synced ? (
          <Callout status="info" title={t("managedTitle", { provider })}>
            {t("managed", { provider })}
          </Callout>
        ) : null}
        {team.source === "scim" && !team.synced ? <Callout status="info">{t("paused")}</Callout> : null}
        <StaleNotice detail={detail} onDeleted={onDeleting} />
      </div>
      <MembersCard detail={detail} />
      <OriginCard detail={detail} />
      <EditTeam key={team.version} detail={detail} />
      <TimelineCard path={`/api/console/teams/${team.id}/timeline`} />
      <TeamDanger detail={detail} onDeleted={onDeleting} />
    </div>
  );
}
