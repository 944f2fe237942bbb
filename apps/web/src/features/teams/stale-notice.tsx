"use client";

import { Button } from "@rollcall/ui/button";
import { FindingCard } from "@rollcall/ui/finding-card";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useConsole } from "~/features/shell/console-context.tsx";
import { DeleteTeamDialog } from "./delete-team-dialog.tsx";
import type { TeamDetail } from "./schema.ts";
import { useKeepTeam } from "./use-keep-team.ts";

/** Why a team may be left over: what was received, what that likely means, and the two ways on. */
export function StaleNotice({
  detail,
  onDeleted,
}: {
  readonly detail: TeamDetail;
  readonly onDeleted: () => void;
}) {
  const t = useTranslations("teams.stale");
  const { may } = useConsole();
  const { team, provider } = detail;
  const keep = useKeepTeam(team);
  const [asking, setAsking] = useState(false);
  if (team.health !== "possibly_stale") return null;
  return (
    <>
      <FindingCard
        status="warn"
        level={2}
        title={t("title")}
        layers={[
          { key: "received", name: t("received"), content: <Received team={team} provider={provider} /> },
          { key: "likely", name: t("likely"), content: t("likelyBody", { provider }) },
          {
            key: "steps",
            name: t("steps"),
            content: (
              <>
                <p>{t("stepsBody", { provider })}</p>
                <Removed team={team} />
              </>
            ),
          },
        ]}
        actions={
          may("teams.manage") ? (
            <>
              <Button size="sm" variant="danger" onClick={() => setAsking(true)}>
                {t("delete")}
              </Button>
              <Button size="sm" busy={keep.isPending} onClick={() => keep.mutate(undefined)}>
                {t("keep")}
              </Button>
            </>
          ) : undefined
        }
      />
      <DeleteTeamDialog
        team={team}
        provider={provider}
        open={asking}
        onOpenChange={setAsking}
        onDeleted={onDeleted}
      />
    </>
  );
}

/** What the members lose if it is deleted. */
function Removed({ team: { memberCount: count, grantsRole } }: Pick<TeamDetail, "team">) {
  const t = useTranslations("teams.stale");
  const roles = useTranslations("teams.roles");
  if (grantsRole) return <p>{t("removesRole", { role: roles(grantsRole), count })}</p>;
  return <p>{count > 0 ? t("removesMembers", { count }) : t("removesNothing")}</p>;
}

function Received({ team, provider }: Pick<TeamDetail, "team" | "provider">) {
  const t = useTranslations("teams.stale");
  const { emptySince, updatedWithout } = team.evidence;
  if (emptySince) {
    return (
      <>
        {t("emptied", { provider })} <TimeAgo at={emptySince} />
      </>
    );
  }
  return t("updatedWithout", { count: updatedWithout, members: team.memberCount });
}
