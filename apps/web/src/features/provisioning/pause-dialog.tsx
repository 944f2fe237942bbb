"use client";

import { ConfirmDialog } from "@rollcall/ui/confirm-dialog";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export interface PauseDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onConfirm: () => void;
  readonly busy: boolean;
  readonly error: ReactNode;
  readonly provider: string;
  readonly people: number;
  readonly teams: number;
}

/** Says what a pause does, with counts, before it does it. */
export function PauseDialog({ provider, people, teams, ...dialog }: PauseDialogProps) {
  const t = useTranslations("provisioning.pause");
  return (
    <ConfirmDialog {...dialog} title={t("title")} confirmLabel={t("confirm")}>
      <p>{t("body", { provider, people, teams })}</p>
    </ConfirmDialog>
  );
}
