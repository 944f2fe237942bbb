"use client";

import { Callout } from "@rollcall/ui/callout";
import { PageHeader } from "@rollcall/ui/page-header";
import { Loading } from "@rollcall/ui/skeleton";
import Link from "next/link";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { DetailSkeleton } from "~/features/list/detail-skeleton.tsx";
import { LoadError } from "~/features/list/load-error.tsx";
import { TimelineCard } from "~/features/list/timeline-card.tsx";
import { useHashTarget } from "~/features/list/use-hash-target.ts";
import { DetailCrumb } from "~/features/shell/crumb.tsx";
import { ApiError } from "~/lib/api-error.ts";
import { AccountBadges } from "./account-badges.tsx";
import { AttributesCard } from "./attributes-card.tsx";
import { DeleteAccount } from "./delete-account.tsx";
import { IdentityCard } from "./identity-card.tsx";
import { LinkCard } from "./link-card.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { PersonStatus } from "./person-status.tsx";
import { PersonTeams } from "./person-teams.tsx";
import { usePerson } from "./queries.ts";
import { RoleCard } from "./role-card.tsx";
import type { PersonDetail } from "./schema.ts";
import { SessionsCard } from "./sessions-card.tsx";

/** Rows of the first sections, for the placeholder. */
const IDENTITY_ROLE_TEAMS = [9, 1, 2];

/** One person: who they are, where each part comes from, what happened, and what an admin can do. */
export function PersonPage({ id }: { readonly id: string }) {
  const person = usePerson(id);
  if (person.error instanceof ApiError && person.error.status === 404) notFound();
  if (person.isError && !person.data) {
    return <LoadError error={person.error} onRetry={() => person.refetch()} retrying={person.isRefetching} />;
  }
  return (
    <Loading loading={person.isPending} placeholder={<DetailSkeleton sections={IDENTITY_ROLE_TEAMS} />}>
      {person.data ? <PersonBody detail={person.data} /> : null}
    </Loading>
  );
}

function PersonBody({ detail }: { readonly detail: PersonDetail }) {
  const { person, provider } = detail;
  useHashTarget();
  return (
    <div className="grid max-w-4xl gap-8">
      <DetailCrumb label={person.name} />
      <div className="grid gap-4">
        <PageHeader
          title={person.name}
          description={person.email ?? person.userName}
          badge={
            <>
              <PersonStatus person={person} provider={provider} />
              <AccountBadges person={person} origin />
            </>
          }
          actions={<PersonMenu person={person} provider={provider} />}
        />
        <ManagedNotice detail={detail} />
        <ProblemNotice detail={detail} />
      </div>
      <LinkCard detail={detail} />
      <IdentityCard detail={detail} />
      <RoleCard detail={detail} />
      <PersonTeams detail={detail} />
      <TimelineCard path={`/api/console/users/${person.id}/timeline`} />
      <AttributesCard detail={detail} />
      <SessionsCard detail={detail} />
      <DeleteAccount detail={detail} />
    </div>
  );
}

function ManagedNotice({ detail: { person, provider } }: { readonly detail: PersonDetail }) {
  const t = useTranslations("users.detail");
  if (person.source !== "scim") return null;
  return (
    <Callout status="info" title={t("managedTitle", { provider })}>
      {person.scimState === "deleted" ? t("gone", { provider }) : t("managed", { provider })}
    </Callout>
  );
}

function ProblemNotice({ detail: { person } }: { readonly detail: PersonDetail }) {
  const t = useTranslations("users.detail");
  const reasons = useTranslations("explain.reasons");
  if (person.problem === null) return null;
  const title = `${person.problem.reason}.title`;
  return (
    <Callout status="warn">
      {t("problem", { reason: reasons.has(title) ? reasons(title) : (person.problem.reason ?? "") })}{" "}
      <Link
        className="underline underline-offset-4"
        href={`/settings/security/provisioning/activity?event=${person.problem.eventId}`}
      >
        {t("openEvent")}
      </Link>
    </Callout>
  );
}
