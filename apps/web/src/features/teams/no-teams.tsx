"use client";

import { Button } from "@rollcall/ui/button";
import { Card } from "@rollcall/ui/card";
import { EmptyState } from "@rollcall/ui/empty-state";
import { SearchX, UsersRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { TeamsPage } from "./schema.ts";

export interface NoTeamsProps {
  readonly page: TeamsPage;
  readonly filtered: boolean;
  readonly onClear: () => void;
}

/** The steps that make the identity provider send groups, in its own labels. */
const GROUPS_GUIDE = "/help/troubleshooting#groups-absent";

/** Why there is no team: a filter, nobody sent yet, or people sent without groups. */
export function NoTeams({ page, filtered, onClear }: NoTeamsProps) {
  const t = useTranslations("teams.empty");
  const { provider, voice, groups } = page;
  if (filtered) {
    return (
      <Card>
        <EmptyState
          icon={<SearchX />}
          title={t("filtered")}
          action={<Button onClick={onClear}>{t("clear")}</Button>}
        />
      </Card>
    );
  }
  const absent = groups.sent > 0 && groups.withGroups === 0;
  return (
    <Card>
      <EmptyState
        icon={<UsersRound />}
        title={t("first")}
        action={
          <Button render={<Link href={absent ? GROUPS_GUIDE : "/settings/security/provisioning"} />}>
            {absent ? t("showSteps") : t("goToProvisioning")}
          </Button>
        }
      >
        {absent
          ? t("groupsAbsent", { provider, voice, people: groups.sent })
          : t("firstBody", { provider, voice })}
      </EmptyState>
    </Card>
  );
}
