"use client";

import { isReasonCode } from "@rollcall/directory/explain/reason";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";

/** The reason that a link filtered by, to be taken away. */
export function ReasonChip({ code, onRemove }: { readonly code: string; readonly onRemove: () => void }) {
  const t = useTranslations();
  if (!isReasonCode(code)) return null;
  const title = t(`explain.reasons.${code}.title`);
  return (
    <p className="flex w-fit items-center gap-1 rounded-full border border-primary py-0.5 ps-3 pe-1 text-13">
      <span className="text-muted-foreground">{t("activity.filters.reason")}</span>
      <span className="font-medium">{title}</span>
      <button
        type="button"
        aria-label={t("activity.filters.removeReason", { title })}
        onClick={onRemove}
        className="grid size-6 place-items-center rounded-full text-muted-foreground hover:text-foreground"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </p>
  );
}
