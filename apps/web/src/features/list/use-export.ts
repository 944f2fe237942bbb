"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useReportFailure } from "~/features/shell/act-failure.tsx";
import { download } from "~/lib/download.ts";

export interface CsvExport {
  readonly path: string;
  /** What is wanted: the filter that is looked at, or the rows that are selected. */
  readonly filter: object;
  readonly fileName: string;
}

/** Has the browser save a CSV of the console API. The export is in the audit log afterwards. */
export function useExport({ path, filter, fileName }: CsvExport) {
  const t = useTranslations("ui.list");
  const report = useReportFailure();
  return useMutation({
    mutationFn: () => download(path, filter, fileName),
    onSuccess: () => toast.success(t("exported"), { description: t("exportAudited") }),
    onError: report,
  });
}
