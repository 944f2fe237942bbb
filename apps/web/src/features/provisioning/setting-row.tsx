"use client";

import { cn } from "@rollcall/ui/cn";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";

export interface SettingLabels {
  /** The id of the visible label. */
  readonly id: string;
  readonly label: string;
  readonly "aria-describedby": string;
}

export interface SettingRowProps {
  /** Key of `provisioning.settings`. */
  readonly name: string;
  /** Key of the sentence under it, unless it is `<name>Hint`. */
  readonly hint?: string | undefined;
  /** The control takes no more room than it needs. */
  readonly narrow?: boolean;
  readonly children: (labels: SettingLabels) => ReactNode;
}

/** A setting: what it is called, what it does, and its control at the other side. */
export function SettingRow({ name, hint = `${name}Hint`, narrow, children }: SettingRowProps) {
  const t = useTranslations("provisioning.settings");
  const id = useId();
  return (
    <div
      data-setting={name}
      className={cn(
        "grid gap-x-8 gap-y-2.5 border-border border-b px-4 py-4 last:border-b-0 sm:px-5",
        narrow
          ? "grid-cols-[minmax(0,1fr)_auto]"
          : "grid-cols-[minmax(0,1fr)] sm:grid-cols-[minmax(0,1fr)_15rem]",
      )}
    >
      <div className="grid min-w-0 content-start gap-0.5">
        <p id={`${id}-label`} className="font-medium text-sm">
          {t(name)}
        </p>
        <p id={`${id}-hint`} className="max-w-prose text-13 text-muted-foreground">
          {t(hint)}
        </p>
      </div>
      <div className="self-start">
        {children({ id: `${id}-label`, label: t(name), "aria-describedby": `${id}-hint` })}
      </div>
    </div>
  );
}
