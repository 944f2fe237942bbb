"use client";

import { RETENTION_DAYS } from "@rollcall/directory/connection/options";
import { Select } from "@rollcall/ui/select";
import { useTranslations } from "next-intl";

export interface RetentionSelectProps {
  readonly days: number;
  readonly onChange: (days: number) => void;
  readonly label: string;
  readonly disabled?: boolean;
  readonly "aria-describedby"?: string;
}

/** For how long Activity is kept. A value set by other means stays on offer. */
export function RetentionSelect({ days, onChange, label, disabled, ...control }: RetentionSelectProps) {
  const t = useTranslations("provisioning.settings");
  const offered = [...new Set<number>([...RETENTION_DAYS, days])].sort((a, b) => a - b);
  return (
    <Select
      label={label}
      aria-describedby={control["aria-describedby"]}
      value={String(days)}
      disabled={disabled ?? false}
      options={offered.map((count) => ({ value: String(count), label: t("days", { count }) }))}
      onValueChange={(value) => onChange(Number(value))}
    />
  );
}
