"use client";

import { ConfirmDialog } from "@rollcall/ui/confirm-dialog";
import { useFormatter, useTranslations } from "next-intl";
import { toast } from "sonner";
import { useFailure } from "~/features/list/load-error.tsx";
import { deactivateMany, useUserAct } from "./queries.ts";
import type { PersonRow } from "./schema.ts";

export interface BulkDeactivateProps {
  readonly people: readonly PersonRow[];
  /** Who of the selection is passed over. */
  readonly skipped: string | null;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onDeactivated: (ids: readonly string[]) => void;
}

/** Asks before several local people are deactivated. Who could not be is named in the dialog, which then stays. */
export function BulkDeactivate({ people, skipped, open, onOpenChange, onDeactivated }: BulkDeactivateProps) {
  const t = useTranslations("users.bulk");
  const format = useFormatter();
  const failure = useFailure();
  const act = useUserAct(
    () => deactivateMany(people.map((person) => person.id)),
    ({ deactivated, refused }) => {
      if (deactivated > 0) toast.success(t("done", { count: deactivated }));
      if (refused.length === 0) onOpenChange(false);
      const staying = new Set(refused.map((each) => each.id));
      onDeactivated(people.map((person) => person.id).filter((id) => !staying.has(id)));
    },
  );
  const refused = act.data?.refused ?? [];
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        if (!next) act.reset();
        onOpenChange(next);
      }}
      title={t("title", { count: people.length })}
      confirmLabel={t("confirm")}
      onConfirm={() => act.mutate(undefined)}
      busy={act.isPending}
      error={refused.length > 0 ? refused.map((each) => each.message).join(" ") : failure(act.error)}
      danger
    >
      <p>{t("body", { names: format.list(people.map((person) => person.name)) })}</p>
      {skipped ? <p>{skipped}</p> : null}
    </ConfirmDialog>
  );
}
