"use client";

import { RETENTION_DAYS } from "@rollcall/directory/connection/options";
import { ConfirmDialog } from "@rollcall/ui/confirm-dialog";
import { Select } from "@rollcall/ui/select";
import { useTranslations } from "next-intl";
import { useState } from "react";

export interface RetentionSelectProps {
  readonly days: number;
  readonly onChange: (days: number) => void;
  readonly label: string;
  readonly disabled?: boolean;
  readonly "aria-describedby"?: string;
}

/** For how long Activity is kept. A shorter time deletes for good, so it is asked about; a value set elsewhere stays on offer. */
export function RetentionSelect({ days, onChange, label, disabled, ...control }: RetentionSelectProps) {
  const t = useTranslations("provisioning.settings");
  const [shorter, setShorter] = useState<number | null>(null);
  const offered = [...new Set<number>([...RETENTION_DAYS, days])].sort((a, b) => a - b);
  return (
    <>
      <Select
        label={label}
        aria-describedby={control["aria-describedby"]}
        value={String(days)}
        disabled={disabled ?? false}
        options={offered.map((count) => ({ value: String(count), label: t("days", { count }) }))}
        onValueChange={(value) =>
          Number(value) < days ? setShorter(Number(value)) : onChange(Number(value))
        }
      />
      <ConfirmDialog
        open={shorter !== null}
        onOpenChange={(open) => (open ? undefined : setShorter(null))}
        title={t("shorter.title", { count: shorter ?? days })}
        confirmLabel={t("shorter.confirm")}
        typed={t("shorter.typed")}
        danger
        onConfirm={() => {
          if (shorter !== null) onChange(shorter);
          setShorter(null);
        }}
      >
        {t("shorter.body", { count: shorter ?? days })}
      </ConfirmDialog>
    </>
  );
}
