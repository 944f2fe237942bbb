"use client";

import { Button } from "@rollcall/ui/button";
import { Menu, MenuHeading, MenuItem } from "@rollcall/ui/menu";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useReportFailure } from "~/features/shell/act-failure.tsx";
import { download } from "~/lib/download.ts";
import type { FilterQuery } from "./schema.ts";

/** The current filter as a file. */
export function ExportMenu({ query }: { readonly query: FilterQuery }) {
  const t = useTranslations("activity.export");
  const report = useReportFailure();
  const save = useMutation({
    mutationFn: (format: "csv" | "json") =>
      download("/api/console/activity/export", { format, filter: query }, `rollcall-activity.${format}`),
    onError: report,
  });
  return (
    <Menu
      trigger={
        <Button busy={save.isPending}>
          <Download aria-hidden />
          {t("label")}
        </Button>
      }
    >
      <MenuItem onSelect={() => save.mutate("csv")} hint={t("csvHint")}>
        {t("csv")}
      </MenuItem>
      <MenuItem onSelect={() => save.mutate("json")} hint={t("jsonHint")}>
        {t("json")}
      </MenuItem>
      <MenuHeading>
        <span className="text-muted-foreground">{t("limit")}</span>
      </MenuHeading>
    </Menu>
  );
}
