"use client";

import { Button } from "@rollcall/ui/button";
import { Card, Section } from "@rollcall/ui/card";
import { ConfirmDialog } from "@rollcall/ui/confirm-dialog";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { useFailure } from "~/features/list/load-error.tsx";
import { useConsole } from "~/features/shell/console-context.tsx";
import { api } from "~/lib/api.ts";
import { useUserAct } from "./queries.ts";
import { deletedReply, type PersonDetail } from "./schema.ts";

/** Deletes an account that was made here. What an identity provider sent is deactivated, never deleted. */
export function DeleteAccount({ detail: { person, self } }: { readonly detail: PersonDetail }) {
  const t = useTranslations("users.detail");
  const failure = useFailure();
  const router = useRouter();
  const { may } = useConsole();
  const [asking, setAsking] = useState(false);
  const remove = useUserAct(
    () => api.delete(`/api/console/users/${person.id}`, deletedReply),
    ({ name }) => {
      toast.success(t("deleted", { name }));
      router.replace("/access/users");
    },
  );
  if (person.source === "scim" || self || !may("users.manage")) return null;
  return (
    <Section id="danger" title={t("danger")}>
      <Card className="flex flex-wrap items-center justify-between gap-3 p-4 sm:p-5">
        <div className="grid gap-0.5 text-sm">
          <p className="font-medium">{t("deleteLabel")}</p>
          <p className="text-13 text-muted-foreground">{t("deleteHint")}</p>
        </div>
        <Button variant="danger" onClick={() => setAsking(true)}>
          {t("delete")}
        </Button>
      </Card>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("deleteTitle", { name: person.name })}
        confirmLabel={t("deleteConfirm")}
        onConfirm={() => remove.mutate(undefined)}
        busy={remove.isPending}
        error={failure(remove.error)}
        typed={person.name}
        danger
      >
        {t("deleteBody")}
      </ConfirmDialog>
    </Section>
  );
}
