"use client";

import { Button } from "@rollcall/ui/button";
import { ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";

export interface NewEventsProps {
  readonly count: number;
  /** Whether the last look for new ones failed: then nothing is claimed. */
  readonly failed: boolean;
  readonly onShow: () => void;
}

/** "3 new events": what arrived since, shown only when asked for. Its room is kept, so that no row jumps. */
export function NewEvents({ count, failed, onShow }: NewEventsProps) {
  const t = useTranslations("activity");
  return (
    <div className="flex h-9 items-center justify-center max-sm:h-11" role="status">
      {count > 0 ? (
        <Button size="sm" variant="primary" onClick={onShow}>
          <ArrowUp aria-hidden />
          {t("newEvents", { count })}
        </Button>
      ) : (
        <span className="text-13 text-muted-foreground">{t(failed ? "newerFailed" : "upToDate")}</span>
      )}
    </div>
  );
}
