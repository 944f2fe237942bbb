"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import type { Deletion } from "./schema.ts";
import { useRestore } from "./use-restore.ts";

const SHOWN_MS = 12_000;

/**
 * Says that teams are gone, with a way back. The way back is open for ten minutes; the audit log, to which the message
 * leads, has it for as long.
 *
 * @param onRestored called when they are back, before the lists are asked for anew
 */
export function useUndoToast(onRestored?: () => void): (deletions: readonly Deletion[]) => void {
  const t = useTranslations("teams.undo");
  const restore = useRestore(onRestored);
  return (deletions) => {
    const [first] = deletions;
    if (first === undefined) return;
    const entry =
      deletions.length === 1 ? `/settings/audit?entry=${first.auditId}` : "/settings/audit?area=team";
    toast.success(t("deleted", { count: deletions.length, name: first.displayName }), {
      description: t.rich("hint", {
        log: (chunks) => (
          <Link href={entry} className="underline underline-offset-4">
            {chunks}
          </Link>
        ),
      }),
      duration: SHOWN_MS,
      action: { label: t("undo"), onClick: () => restore.mutate(deletions.map((each) => each.id)) },
    });
  };
}
