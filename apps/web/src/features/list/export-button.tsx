"use client";

import { Button } from "@rollcall/ui/button";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { api } from "~/lib/api.ts";
import { useFailure } from "./load-error.tsx";

export interface ExportButtonProps {
  readonly path: string;
  /** The filter that is looked at. */
  readonly filter: Readonly<Record<string, string>>;
  readonly fileName: string;
}

/** Saves what the current filter matches as CSV. */
export function ExportButton({ path, filter, fileName }: ExportButtonProps) {
  const t = useTranslations("ui.list");
  const failure = useFailure();
  const download = useMutation({
    mutationFn: () => api.download(path, { body: filter }),
    onSuccess: (file) => {
      save(file, fileName);
      toast(t("exported"), { description: t("exportAudited") });
    },
    onError: (error) => toast.error(failure(error)),
  });
  return (
    <Button onClick={() => download.mutate()} busy={download.isPending}>
      <Download aria-hidden />
      {t("export")}
    </Button>
  );
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
