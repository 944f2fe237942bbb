"use client";

import { IconButton } from "@rollcall/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@rollcall/ui/menu";
import { Activity, CalendarClock, ListChecks, MoreHorizontal, Trash2, UsersRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useConsole } from "~/features/shell/console-context.tsx";
import { CleanRemoval } from "./clean-removal.tsx";
import { DeleteTeamDialog } from "./delete-team-dialog.tsx";
import type { TeamRow } from "./schema.ts";
import { useKeepTeam } from "./use-keep-team.ts";

export interface TeamMenuProps {
  readonly team: TeamRow;
  readonly provider: string;
  readonly onDeleted: () => void;
  readonly onKept: () => void;
  readonly onRestored: () => void;
}

/** What can be done with one team of the list. */
export function TeamMenu({ team, provider, onDeleted, onKept, onRestored }: TeamMenuProps) {
  const t = useTranslations("teams.actions");
  const { may } = useConsole();
  const keep = useKeepTeam(team, onKept);
  const [asking, setAsking] = useState(false);
  const [cleaning, setCleaning] = useState(false);
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t("menu", { name: team.displayName })}>
            <MoreHorizontal aria-hidden />
          </IconButton>
        }
      >
        <MenuItem icon={<UsersRound />} render={<Link href={`/access/teams/${team.id}`} />}>
          {t("view")}
        </MenuItem>
        <MenuItem
          icon={<Activity />}
          render={
            <Link
              href={`/settings/security/provisioning/activity?q=${encodeURIComponent(team.displayName)}`}
            />
          }
        >
          {t("activity")}
        </MenuItem>
        {may("teams.manage") ? (
          <>
            <MenuSeparator />
            {team.health === "possibly_stale" ? (
              <MenuItem icon={<CalendarClock />} onSelect={() => keep.mutate(undefined)}>
                {t("keep")}
              </MenuItem>
            ) : null}
            {team.source === "scim" ? (
              <MenuItem icon={<ListChecks />} onSelect={() => setCleaning(true)}>
                {t("removeProperly")}
              </MenuItem>
            ) : null}
            <MenuItem icon={<Trash2 />} danger onSelect={() => setAsking(true)}>
              {t("delete")}
            </MenuItem>
          </>
        ) : null}
      </Menu>
      <DeleteTeamDialog
        team={team}
        provider={provider}
        open={asking}
        onOpenChange={setAsking}
        onDeleted={onDeleted}
        onRestored={onRestored}
      />
      <CleanRemoval
        team={team}
        provider={provider}
        open={cleaning}
        onOpenChange={setCleaning}
        onDelete={() => setAsking(true)}
      />
    </>
  );
}
