"use client";

import { Button } from "@rollcall/ui/button";
import { useTranslations } from "next-intl";

/** "3 changes": a press lets the rows that came or went into the table. Its space is kept, so that nothing moves. */
export function UpdatesWaiting({ count, onShow }: { readonly count: number; readonly onShow: () => void }) {
  const t = useTranslations("ui.list");
  return (
    <div aria-live="polite" className="min-h-7">
      {count === 0 ? null : (
        <Button size="sm" variant="ghost" className="h-7 text-primary" onClick={onShow}>
          {t("waiting", { count })}
        </Button>
      )}
    </div>
  );
}
