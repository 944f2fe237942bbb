"use client";

import { Button } from "@rollcall/ui/button";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type CsvExport, useExport } from "./use-export.ts";

/** Saves what the current filter matches as CSV. */
export function ExportButton(file: CsvExport) {
  const t = useTranslations("ui.list");
  const download = useExport(file);
  return (
    <Button onClick={() => download.mutate()} busy={download.isPending}>
      <Download aria-hidden />
      {t("export")}
    </Button>
  );
}
