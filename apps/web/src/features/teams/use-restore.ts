"use client";

import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useReportFailure } from "~/features/shell/act-failure.tsx";
import { api } from "~/lib/api.ts";
import { useTeamAct } from "./queries.ts";
import { restoredReply } from "./schema.ts";

/** Brings deleted teams back, one after the other, by their ids. */
export function useRestore(onRestored?: () => void) {
  const t = useTranslations("teams.undo");
  const report = useReportFailure();
  return useTeamAct(
    async (ids: readonly string[]) => {
      const restored = [];
      for (const id of ids) restored.push(await api.post(`/api/console/teams/${id}/restore`, restoredReply));
      return restored;
    },
    (restored) => {
      onRestored?.();
      for (const { displayName, members, missing } of restored) {
        toast.success(t("restored", { name: displayName }), {
          description: t("restoredMembers", { members, missing }),
        });
      }
    },
    report,
  );
}
