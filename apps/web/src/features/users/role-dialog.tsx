"use client";

import { ConfirmDialog } from "@rollcall/ui/confirm-dialog";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { toast } from "sonner";
import { useFailure } from "~/features/list/load-error.tsx";
import { api } from "~/lib/api.ts";
import { useUserAct } from "./queries.ts";
import type { RoleChange } from "./role-choice.ts";
import { changedReply, type Person } from "./schema.ts";

export interface RoleDialogProps {
  readonly person: Pick<Person, "id" | "name">;
  /** The change to ask about; null while there is none. */
  readonly change: RoleChange | null;
  readonly onClose: () => void;
}

/** Says what a role lets a person do, or takes from them, before it is given. */
export function RoleDialog({ person, change, onClose }: RoleDialogProps) {
  const t = useTranslations("users.roleChange");
  const failure = useFailure();
  // While the dialog fades out it still says what it asked.
  const asked = useRef(change);
  if (change !== null) asked.current = change;
  const to = asked.current?.to ?? "inherit";
  const save = useUserAct(
    ({ to: role, seen }: RoleChange) =>
      api.put(`/api/console/users/${person.id}/role`, changedReply, {
        body: { role: role === "inherit" ? null : role, seen },
      }),
    () => {
      onClose();
      toast.success(t("saved"));
    },
  );
  return (
    <ConfirmDialog
      open={change !== null}
      onOpenChange={(open) => {
        if (open) return;
        save.reset();
        onClose();
      }}
      title={t(`${to}.title`, { name: person.name })}
      confirmLabel={t(`${to}.confirm`)}
      onConfirm={() => (change === null ? undefined : save.mutate(change))}
      busy={save.isPending}
      error={failure(save.error)}
    >
      {t(`${to}.body`, { name: person.name })}
    </ConfirmDialog>
  );
}
