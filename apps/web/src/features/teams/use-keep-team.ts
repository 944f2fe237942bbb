"use client";

import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { api } from "~/lib/api.ts";
import { failureText } from "~/lib/failure-text.ts";
import { useTeamAct } from "./queries.ts";
import { keepReply, type TeamRow } from "./schema.ts";

/** Keeps a team that may be left over: its badge rests for 30 days. */
export function useKeepTeam(team: Pick<TeamRow, "id" | "displayName">) {
  const t = useTranslations("teams.actions");
  return useTeamAct(
    () =>
      api.post(`/api/console/teams/${team.id}/keep`, keepReply).catch((error: unknown) => {
        toast.error(failureText(error));
        throw error;
      }),
    () => toast.success(t("kept", { name: team.displayName })),
  );
}
