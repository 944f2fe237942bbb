"use client";

import { Callout } from "@rollcall/ui/callout";
import { PageHeader } from "@rollcall/ui/page-header";
import { Loading } from "@rollcall/ui/skeleton";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { DetailSkeleton } from "~/features/list/detail-skeleton.tsx";
import { LoadError } from "~/features/list/load-error.tsx";
import { SourceLabel } from "~/features/list/source-label.tsx";
import { TimelineCard } from "~/features/list/timeline-card.tsx";
import { useHashTarget } from "~/features/list/use-hash-target.ts";
import { DetailCrumb } from "~/features/shell/crumb.tsx";
import { ApiError } from "~/lib/api-error.ts";
import { EditTeam } from "./edit-team.tsx";
import { MembersCard } from "./members-card.tsx";
import { OriginCard } from "./origin-card.tsx";
import type { TeamDetail } from "./schema.ts";
import { StaleNotice } from "./stale-notice.tsx";
import { TeamDanger } from "./team-danger.tsx";
import { usePresentTeam } from "./use-present-team.ts";

/** Rows of the first sections, for the placeholder. */
const MEMBERS_ORIGIN_SETTINGS = [4, 4, 3];

/** One team: its members, where it comes from, what happened, what it grants, and how to be rid of it. */
export function TeamPage({ id }: { readonly id: string }) {
  const team = usePresentTeam(id);
  if (team.error instanceof ApiError && team.error.status === 404) notFound();
  if (team.error && !team.data) {
    return <LoadError error={team.error} onRetry={() => team.refetch()} retrying={team.isRefetching} />;
  }
  return (
    <Loading loading={team.isPending} placeholder={<DetailSkeleton sections={MEMBERS_ORIGIN_SETTINGS} />}>
      {team.data ? <TeamBody detail={team.data} onDeleting={team.leave} /> : null}
    </Loading>
  );
}

function TeamBody({ detail, onDeleting }: { readonly detail: TeamDetail; readonly onDeleting: () => void }) {
  const t = useTranslations("teams.detail");
  const { team, provider } = detail;
  useHashTarget();
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
      <EditTeam detail={detail} />
      <TimelineCard path={`/api/console/teams/${team.id}/timeline`} />
      <TeamDanger detail={detail} onDeleted={onDeleting} />
    </div>
  );
}
