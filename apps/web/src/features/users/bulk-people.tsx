"use client";

import { BulkBar } from "@rollcall/ui/bulk-bar";
import { Button } from "@rollcall/ui/button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useExport } from "~/features/list/use-export.ts";
import { useConsole } from "~/features/shell/console-context.tsx";
import { BulkDeactivate } from "./bulk-deactivate.tsx";
import type { PersonRow } from "./schema.ts";
import { sortOut } from "./sort-out.ts";

export interface BulkPeopleProps {
  readonly people: readonly PersonRow[];
  readonly provider: string;
  readonly onClear: () => void;
  readonly onDeactivated: (ids: readonly string[]) => void;
}

/** What can be done with the selected people, and whom it passes over, said before anything is pressed. */
export function BulkPeople({ people, provider, onClear, onDeactivated }: BulkPeopleProps) {
  const t = useTranslations("users.bulk");
  const { actor } = useConsole();
  const [asking, setAsking] = useState(false);
  const { local, managed, inactive, self } = sortOut(people, actor.id);
  const download = useExport({
    path: "/api/console/users/export",
    filter: { status: "all", ids: people.map((person) => person.id) },
    fileName: "rollcall-users.csv",
  });
  const skipped = managed + inactive + self > 0 ? t("skipped", { provider, managed, inactive, self }) : null;
  return (
    <>
      <BulkBar count={people.length} onClear={onClear}>
        <Button size="sm" busy={download.isPending} onClick={() => download.mutate()}>
          {t("export", { count: people.length })}
        </Button>
        <Button
          size="sm"
          aria-disabled={local.length === 0 || undefined}
          aria-describedby={skipped ? "bulk-skipped" : undefined}
          onClick={() => (local.length > 0 ? setAsking(true) : undefined)}
        >
          {t("deactivate", { count: local.length })}
        </Button>
        {skipped ? (
          <span id="bulk-skipped" className="text-13 text-muted-foreground">
            {skipped}
          </span>
        ) : null}
      </BulkBar>
      <BulkDeactivate
        people={local}
        skipped={skipped}
        open={asking}
        onOpenChange={setAsking}
        onDeactivated={onDeactivated}
      />
    </>
  );
}
