"use client";

import { Button } from "@rollcall/ui/button";
import { Dialog } from "@rollcall/ui/dialog";
import { useTranslations } from "next-intl";
import type { TeamRow } from "./schema.ts";

export interface CleanRemovalProps {
  readonly team: Pick<TeamRow, "displayName" | "memberCount">;
  readonly provider: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Goes on to the question whether to delete it here. */
  readonly onDelete: () => void;
}

/** How to be rid of a team of the identity provider for good: first there, then here. */
export function CleanRemoval({ team, provider, open, onOpenChange, onDelete }: CleanRemovalProps) {
  const t = useTranslations("teams.cleanRemoval");
  const values = { provider, name: team.displayName, count: team.memberCount };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title", values)}
      description={t("why", values)}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("close")}</Button>
          <Button
            variant="danger"
            onClick={() => {
              onOpenChange(false);
              onDelete();
            }}
          >
            {t("delete")}
          </Button>
        </>
      }
    >
      <ol className="grid list-decimal gap-2 ps-5 text-sm">
        <li>{t("people", values)}</li>
        <li>{t("role", values)}</li>
        <li>{t("linger", values)}</li>
      </ol>
    </Dialog>
  );
}
