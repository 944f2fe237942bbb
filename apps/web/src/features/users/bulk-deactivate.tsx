"use client";

import { BulkBar } from "@rollcall/ui/bulk-bar";
import { Button } from "@rollcall/ui/button";
import { ConfirmDialog } from "@rollcall/ui/confirm-dialog";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { useFailure } from "~/features/list/load-error.tsx";
import { useConsole } from "~/features/shell/console-context.tsx";
import { deactivateMany, useUserAct } from "./queries.ts";
import type { PersonRow } from "./schema.ts";

export interface BulkDeactivateProps {
  readonly people: readonly PersonRow[];
  readonly onDone: () => void;
}

/** Deactivates the selected local people, and says beforehand who is passed over. */
export function BulkDeactivate({ people, onDone }: BulkDeactivateProps) {
  const t = useTranslations("users.bulk");
  const failure = useFailure();
  const { actor } = useConsole();
  const [asking, setAsking] = useState(false);
  const local = people.filter(
    (person) => person.source !== "scim" && person.active && person.id !== actor.id,
  );
  const act = useUserAct(
    () => deactivateMany(local.map((person) => person.id)),
    ({ deactivated, refused }) => {
      setAsking(false);
      onDone();
      toast.success(t("done", { count: deactivated }), {
        description: refused.map((each) => each.message).join(" ") || undefined,
      });
    },
  );
  return (
    <>
      <BulkBar count={people.length} onClear={onDone}>
        <Button
          size="sm"
          aria-disabled={local.length === 0 || undefined}
          onClick={() => (local.length > 0 ? setAsking(true) : undefined)}
        >
          {t("deactivate", { count: local.length })}
        </Button>
        {local.length < people.length ? (
          <span className="text-13 text-muted-foreground">
            {t("skipped", { count: people.length - local.length })}
          </span>
        ) : null}
      </BulkBar>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("title", { count: local.length })}
        confirmLabel={t("confirm")}
        onConfirm={() => act.mutate(undefined)}
        busy={act.isPending}
        error={failure(act.error)}
        danger
      >
        {t("body", { names: local.map((person) => person.name).join(", ") })}
      </ConfirmDialog>
    </>
  );
}
