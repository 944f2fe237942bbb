"use client";

import { ConfirmDialog } from "@rollcall/ui/confirm-dialog";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useFailure } from "~/features/list/load-error.tsx";
import { api } from "~/lib/api.ts";
import { useUserAct } from "./queries.ts";
import { deactivatedReply, type PersonRow } from "./schema.ts";

export interface DeactivateDialogProps {
  readonly person: Pick<PersonRow, "id" | "name" | "source">;
  readonly provider: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onDone?: (() => void) | undefined;
}

/** Asks before a person is deactivated; for someone whom the identity provider manages it says how that may be undone. */
export function DeactivateDialog({ person, provider, open, onOpenChange, onDone }: DeactivateDialogProps) {
  const t = useTranslations("users.deactivate");
  const failure = useFailure();
  const act = useUserAct(
    () => api.post(`/api/console/users/${person.id}/deactivate`, deactivatedReply),
    () => {
      onOpenChange(false);
      onDone?.();
      toast.success(t("done", { name: person.name }));
    },
  );
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title", { name: person.name })}
      confirmLabel={t("confirm")}
      onConfirm={() => act.mutate(undefined)}
      busy={act.isPending}
      error={failure(act.error)}
      danger
    >
      {t("body", { name: person.name })}
      {person.source === "scim" ? ` ${t("managed", { provider })}` : null}
    </ConfirmDialog>
  );
}
