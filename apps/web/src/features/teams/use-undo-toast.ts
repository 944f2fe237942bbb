"use client";

import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { api } from "~/lib/api.ts";
import { failureText } from "~/lib/failure-text.ts";
import { useTeamAct } from "./queries.ts";
import { type Deletion, restoredReply } from "./schema.ts";

const SHOWN_MS = 12_000;

/** Says that a team is gone, with a way back for ten minutes. The audit log keeps the same way for as long. */
export function useUndoToast(): (deletion: Deletion) => void {
  const t = useTranslations("teams.undo");
  const restore = useTeamAct(
    (id: string) => api.post(`/api/console/teams/${id}/restore`, restoredReply),
    ({ displayName, members, missing }) =>
      toast.success(t("restored", { name: displayName }), {
        description: t("restoredMembers", { members, missing }),
      }),
  );
  return ({ id, displayName }) => {
    toast.success(t("deleted", { name: displayName }), {
      description: t("hint"),
      duration: SHOWN_MS,
      action: {
        label: t("undo"),
        onClick: () => restore.mutate(id, { onError: (error) => toast.error(failureText(error)) }),
      },
    });
  };
}
