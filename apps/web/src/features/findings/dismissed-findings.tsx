"use client";

import { Button } from "@rollcall/ui/button";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { useTranslations } from "next-intl";
import { Sentence } from "~/features/explain/sentences.tsx";
import { useConsole } from "~/features/shell/console-context.tsx";
import { DISMISSED_ID, useRestoreFinding } from "./queries.ts";
import type { DismissedData } from "./schema.ts";

/** "2 dismissed. Show them": what admins put aside, by whom, and the way back. */
export function DismissedFindings({ dismissed }: { readonly dismissed: readonly DismissedData[] }) {
  const t = useTranslations("explain.finding");
  if (dismissed.length === 0) return null;
  return (
    <details className="text-13">
      <summary id={DISMISSED_ID} className="w-fit cursor-pointer rounded-sm py-0.5 text-muted-foreground">
        {t("dismissedCount", { count: dismissed.length })}
      </summary>
      <ul className="mt-2 grid rounded-card border border-border bg-surface">
        {dismissed.map((finding) => (
          <DismissedRow key={finding.key} finding={finding} />
        ))}
      </ul>
    </details>
  );
}

function DismissedRow({ finding }: { readonly finding: DismissedData }) {
  const t = useTranslations("explain.finding");
  const { may } = useConsole();
  const restore = useRestoreFinding();
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-border border-b px-4 py-3 last:border-b-0 sm:px-5">
      <div className="grid min-w-0 gap-0.5">
        <p className="wrap-anywhere font-medium text-sm">
          <Sentence of={finding.title} />
        </p>
        <p className="text-muted-foreground">
          {t.rich("dismissedBy", {
            name: finding.dismissedBy,
            at: () => <TimeAgo at={finding.dismissedAt} />,
          })}
        </p>
      </div>
      {may("provisioning.manage") ? (
        <Button size="sm" busy={restore.isPending} onClick={() => restore.mutate(finding.key)}>
          {t("bringBack")}
        </Button>
      ) : null}
    </li>
  );
}
