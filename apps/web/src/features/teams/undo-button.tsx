"use client";

import { Button } from "@rollcall/ui/button";
import { useTranslations } from "next-intl";
import { useConsole } from "~/features/shell/console-context.tsx";
import { useRestore } from "./use-restore.ts";

/** Takes the deletion of a team back, beside the record of it. */
export function UndoButton({ id, name }: { readonly id: string; readonly name: string }) {
  const t = useTranslations("teams.undo");
  const { may } = useConsole();
  const restore = useRestore();
  if (!may("teams.manage")) return null;
  return (
    <Button
      size="sm"
      busy={restore.isPending}
      aria-label={t("undoNamed", { name })}
      onClick={() => restore.mutate([id])}
    >
      {t("undo")}
    </Button>
  );
}
