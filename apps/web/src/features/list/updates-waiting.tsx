"use client";

import { Button } from "@rollcall/ui/button";
import { useTranslations } from "next-intl";

/** "3 changes": a press lets the rows that came or went into the table. It floats on the table's upper edge, so that nothing moves. */
export function UpdatesWaiting({ count, onShow }: { readonly count: number; readonly onShow: () => void }) {
  const t = useTranslations("ui.list");
  return (
    <div
      aria-live="polite"
      className="pointer-events-none absolute inset-x-0 -top-3.5 z-20 flex justify-center"
    >
      {count === 0 ? null : (
        <Button size="sm" className="pointer-events-auto h-7 rounded-full text-primary" onClick={onShow}>
          {t("waiting", { count })}
        </Button>
      )}
    </div>
  );
}
