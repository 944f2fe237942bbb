"use client";

import { bulkConfirmation } from "@rollcall/directory/teams/bulk-confirmation";
import { BulkBar } from "@rollcall/ui/bulk-bar";
import { Button } from "@rollcall/ui/button";
import { ConfirmDialog } from "@rollcall/ui/confirm-dialog";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useFailure } from "~/features/list/load-error.tsx";
import { api } from "~/lib/api.ts";
import { useTeamAct } from "./queries.ts";
import { deleteStaleReply, type TeamRow } from "./schema.ts";
import { useUndoToast } from "./use-undo-toast.tsx";

export interface BulkDeleteProps {
  readonly teams: readonly TeamRow[];
  readonly onClear: () => void;
  readonly onDeleted: (ids: readonly string[]) => void;
  readonly onRestored: () => void;
}

/** Deletes several left-over teams without members, after their number was typed. */
export function BulkDelete({ teams, onClear, onDeleted, onRestored }: BulkDeleteProps) {
  const t = useTranslations("teams.bulk");
  const format = useFormatter();
  const failure = useFailure();
  const offerUndo = useUndoToast(onRestored);
  const [asking, setAsking] = useState(false);
  const empty = teams.filter((team) => team.memberCount === 0);
  const confirmation = bulkConfirmation(empty.length);
  const remove = useTeamAct(
    () =>
      api.post("/api/console/teams/delete-stale", deleteStaleReply, {
        body: { ids: empty.map((team) => team.id), confirmation },
      }),
    ({ deleted }) => {
      onDeleted(deleted.map((each) => each.id));
      setAsking(false);
      offerUndo(deleted);
    },
  );
  return (
    <>
      <BulkBar count={teams.length} onClear={onClear}>
        <Button
          size="sm"
          variant="danger"
          aria-disabled={empty.length === 0 || undefined}
          onClick={() => (empty.length > 0 ? setAsking(true) : undefined)}
        >
          {t("delete", { count: empty.length })}
        </Button>
        {empty.length < teams.length ? (
          <span className="text-13 text-muted-foreground">
            {t("skipped", { count: teams.length - empty.length })}
          </span>
        ) : null}
      </BulkBar>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("title", { count: empty.length })}
        confirmLabel={t("confirm")}
        onConfirm={() => remove.mutate(undefined)}
        busy={remove.isPending}
        error={failure(remove.error)}
        typed={confirmation}
        danger
      >
        {t("body", { names: format.list(empty.map((team) => team.displayName)) })}
      </ConfirmDialog>
    </>
  );
}
