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
        <Button
          size="sm"
          className="pointer-events-auto min-h-7 rounded-full py-0.5 text-primary"
          onClick={(event) => {
            focusHolder(event.currentTarget);
            onShow();
          }}
        >
          {t("waiting", { count })}
        </Button>
      )}
    </div>
  );
}

/** The button goes with its press; the focus stays at the list. */
function focusHolder(button: HTMLElement): void {
  const holder = button.closest("[tabindex='-1']");
  if (holder instanceof HTMLElement) holder.focus({ preventScroll: true });
}
