"use client";

import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useReportFailure } from "~/features/shell/act-failure.tsx";
import { api } from "~/lib/api.ts";
import { useTeamAct } from "./queries.ts";
import { keepReply, type TeamRow } from "./schema.ts";

/** Keeps a team that may be left over: its badge rests for 30 days. */
export function useKeepTeam(team: Pick<TeamRow, "id" | "displayName">, onKept?: () => void) {
  const t = useTranslations("teams.actions");
  const report = useReportFailure();
  return useTeamAct(
    () => api.post(`/api/console/teams/${team.id}/keep`, keepReply),
    () => {
      onKept?.();
      toast.success(t("kept", { name: team.displayName }));
    },
    report,
  );
}
