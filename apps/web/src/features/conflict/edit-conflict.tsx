"use client";

import { Button } from "@rollcall/ui/button";
import { Callout } from "@rollcall/ui/callout";
import { useTranslations } from "next-intl";

export interface EditConflictProps {
  /** What was changed elsewhere, and when. */
  readonly title: string;
  /** What somebody else changed: the field's name, and what stands there now. */
  readonly changed: readonly { readonly field: string; readonly value: string }[];
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}

/** Somebody else saved the same meanwhile: what stands there now, and the choice between the two. */
export function EditConflict({ title, changed, onTakeTheirs, onKeepMine }: EditConflictProps) {
  const t = useTranslations("ui.conflict");
  return (
    <Callout
      role="alert"
      status="warn"
      title={title}
      actions={
        <>
          <Button size="sm" onClick={onTakeTheirs}>
            {t("takeTheirs")}
          </Button>
          <Button size="sm" onClick={onKeepMine}>
            {t("keepMine")}
          </Button>
        </>
      }
    >
      <ul className="grid gap-0.5 empty:hidden">
        {changed.map(({ field, value }) => (
          <li key={field} className="wrap-anywhere">
            {t("nowIs", { field, value: value === "" ? t("empty") : value })}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
