"use client";

import { ConfirmDialog } from "@rollcall/ui/confirm-dialog";
import { Skeleton } from "@rollcall/ui/skeleton";
import { useFormatter, useTranslations } from "next-intl";
import { useFailure } from "~/features/list/load-error.tsx";
import { api } from "~/lib/api.ts";
import { useImpact, useTeamAct } from "./queries.ts";
import { deletionSchema, type Impact, type TeamRow } from "./schema.ts";
import { useUndoToast } from "./use-undo-toast.tsx";

export interface DeleteTeamDialogProps {
  readonly team: Pick<TeamRow, "id" | "displayName">;
  readonly provider: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onDeleted: () => void;
  /** Called when the deletion was taken back. */
  readonly onRestored?: () => void;
}

/** Says who loses what and that the team may come back; a team that carries something asks for its name to be typed. */
export function DeleteTeamDialog(props: DeleteTeamDialogProps) {
  const { team, provider, open, onOpenChange, onDeleted, onRestored } = props;
  const t = useTranslations("teams.delete");
  const failure = useFailure();
  const offerUndo = useUndoToast(onRestored);
  const remove = useTeamAct(
    (typed: boolean) =>
      api.delete(`/api/console/teams/${team.id}`, deletionSchema, {
        body: typed ? { confirmation: team.displayName } : {},
      }),
    (deletion) => {
      onDeleted();
      onOpenChange(false);
      offerUndo([deletion]);
    },
  );
  // Once it is being deleted there is nothing left to ask about.
  const impact = useImpact(team.id, open && !remove.isPending);
  const typed = impact.data?.typed ?? false;
  return (
    <ConfirmDialog
      key={typed ? "typed" : "plain"}
      open={open}
      onOpenChange={onOpenChange}
      title={t("title", { name: team.displayName })}
      confirmLabel={t("confirm")}
      onConfirm={() => (impact.data ? remove.mutate(typed) : undefined)}
      busy={remove.isPending || impact.isPending}
      error={failure(remove.error ?? impact.error)}
      {...(typed ? { typed: team.displayName } : {})}
      danger
    >
      {impact.data ? (
        <Consequences impact={impact.data} provider={provider} />
      ) : (
        <Skeleton className="h-16" />
      )}
    </ConfirmDialog>
  );
}

function Consequences({ impact, provider }: { readonly impact: Impact; readonly provider: string }) {
  const t = useTranslations("teams.delete");
  const roles = useTranslations("teams.roles");
  const format = useFormatter();
  const unnamed = impact.memberCount - impact.members.length;
  const names = impact.members.map((member) => member.name);
  return (
    <ul className="grid list-disc gap-1.5 ps-4">
      <li>
        {t("members", { count: impact.memberCount })}
        {names.length > 0
          ? ` ${t("named", { names: format.list(unnamed > 0 ? [...names, t("more", { count: unnamed })] : names) })}`
          : null}
      </li>
      {impact.grantsRole ? <li>{t("grants", { role: roles(impact.grantsRole) })}</li> : null}
      {impact.losingAdmin.length > 0 ? (
        <li>{t("losingAdmin", { names: format.list(impact.losingAdmin.map((person) => person.name)) })}</li>
      ) : null}
      {impact.mayReturn ? <li>{t("mayReturn", { provider })}</li> : null}
      <li>{t("undo")}</li>
    </ul>
  );
}
