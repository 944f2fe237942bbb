"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { api } from "~/lib/api.ts";
import { ApiError } from "~/lib/api-error.ts";
import { useWarnBeforeLeaving } from "~/lib/use-warn-before-leaving.ts";
import { useTeamAct } from "./queries.ts";
import { editTeamReply, type Team } from "./schema.ts";
import { changedElsewhere, edited, type TeamForm, teamForm, toFields } from "./team-form.ts";

export const GRANTS = ["none", "member", "admin"] as const;

/**
 * The form of a team's settings. Only what was edited is sent, with what stood there before. What another admin saves
 * meanwhile is taken over where nothing was typed, and shown where it was: nobody's words are lost without a say.
 */
export function useEditTeam(team: Team) {
  const t = useTranslations("teams.edit");
  const latest = teamForm(team);
  const [seen, setSeen] = useState(latest);
  const form = useForm<TeamForm>({ defaultValues: latest });
  const { dirtyFields: dirty, isDirty } = form.formState;
  const theirs = changedElsewhere(seen, latest);
  const begin = (values: TeamForm, keepDirtyValues: boolean) => {
    setSeen(values);
    form.reset(values, { keepDirtyValues });
  };
  const untouched = theirs.length > 0 && theirs.every((field) => !dirty[field]);
  useEffect(() => {
    if (untouched) begin(latest, true);
  });
  useWarnBeforeLeaving(isDirty);
  const save = useTeamAct(
    (values: TeamForm) =>
      api.patch(`/api/console/teams/${team.id}`, editTeamReply, {
        body: { edit: toFields(edited(values, seen)), seen: toFields(seen) },
      }),
    () => toast.success(t("saved")),
  );
  const clash = theirs.filter((field) => dirty[field]);
  const refused = save.error instanceof ApiError && save.error.code === "team.changed";
  const settle = (values: TeamForm, keepDirtyValues: boolean) => {
    save.reset();
    begin(values, keepDirtyValues);
    // The buttons that were pressed are gone.
    form.setFocus(clash.includes("name") ? "name" : "description");
  };
  return {
    form,
    dirty,
    save,
    conflict: !save.isPending && (clash.length > 0 || refused) ? { fields: clash, theirs: latest } : null,
    takeTheirs: () => settle(latest, false),
    keepMine: () => settle(latest, true),
    submit: form.handleSubmit((values) => save.mutate(values, { onSuccess: () => begin(values, false) })),
  };
}
