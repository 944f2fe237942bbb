"use client";

import { CopyByHand } from "@rollcall/ui/copy-by-hand";
import { useLabels } from "@rollcall/ui/labels";
import { useAnnounce } from "@rollcall/ui/live-region";
import { useCopy } from "@rollcall/ui/use-copy";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import { useConsole } from "~/features/shell/console-context.tsx";

export interface CopyScimUrl {
  readonly copyUrl: () => Promise<void>;
  /** Goes on the page: the URL, selected, once copying by machine has failed. */
  readonly byHand: ReactNode;
}

/** Copies the SCIM URL from where it is not shown, and says truly whether it did. */
export function useCopyScimUrl(): CopyScimUrl {
  const t = useTranslations("provisioning.config");
  const labels = useLabels();
  const announce = useAnnounce();
  const { scimUrl } = useConsole();
  const { copy } = useCopy();
  const [failed, setFailed] = useState(false);
  const copyUrl = async () => {
    if (!(await copy(scimUrl))) return setFailed(true);
    announce(labels.copiedName(t("url")));
    toast.success(labels.copied, { description: scimUrl });
  };
  return {
    copyUrl,
    byHand: <CopyByHand name={t("url")} text={scimUrl} open={failed} onOpenChange={setFailed} />,
  };
}
