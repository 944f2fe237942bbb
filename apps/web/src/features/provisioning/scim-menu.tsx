"use client";

import { IconButton } from "@rollcall/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@rollcall/ui/menu";
import { Copy, Ellipsis, FileDown, Pause, Play, RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useConsole } from "~/features/shell/console-context.tsx";
import type { ProviderWords } from "./provider-words.ts";
import type { OverviewData } from "./schema.ts";
import { useSetupSheet } from "./setup-sheet.ts";
import { useCopyScimUrl } from "./use-copy-scim-url.tsx";

export interface ScimMenuProps {
  readonly overview: OverviewData;
  readonly provider: ProviderWords;
  readonly onRegenerate: () => void;
  readonly onPause: () => void;
  readonly onResume: () => void;
}

/** What is done seldom with the SCIM connection. */
export function ScimMenu({ overview, provider, onRegenerate, onPause, onResume }: ScimMenuProps) {
  const t = useTranslations("provisioning.row");
  const { may } = useConsole();
  const { copyUrl, byHand } = useCopyScimUrl();
  const download = useSetupSheet(provider);
  const manage = may("provisioning.manage");
  const hasToken = overview.tokens.current !== null;
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t("more")}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuItem icon={<Copy aria-hidden />} onSelect={copyUrl}>
          {t("copyUrl")}
        </MenuItem>
        <MenuItem icon={<FileDown aria-hidden />} onSelect={download}>
          {t("download")}
        </MenuItem>
        {manage ? (
          <>
            <MenuSeparator />
            <MenuItem
              icon={<RefreshCw aria-hidden />}
              disabled={!hasToken}
              {...(hasToken ? {} : { hint: t("regenerateNone") })}
              onSelect={onRegenerate}
            >
              {t("regenerate")}
            </MenuItem>
            {overview.connection.enabled ? (
              <MenuItem icon={<Pause aria-hidden />} onSelect={onPause}>
                {t("pause")}
              </MenuItem>
            ) : overview.state === "paused" ? (
              <MenuItem icon={<Play aria-hidden />} onSelect={onResume}>
                {t("resume")}
              </MenuItem>
            ) : null}
          </>
        ) : null}
      </Menu>
      {byHand}
    </>
  );
}
