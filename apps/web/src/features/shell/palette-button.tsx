"use client";

import { Kbd } from "@rollcall/ui/kbd";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePaletteKeys } from "./use-palette-keys.ts";

/** Opens the palette, and names the keys that do. */
export function PaletteButton({ onPress }: { readonly onPress: () => void }) {
  const t = useTranslations("shell");
  const keys = usePaletteKeys();
  return (
    <button
      type="button"
      onClick={onPress}
      aria-label={t("palette.open")}
      aria-keyshortcuts="Control+K Meta+K"
      className="flex h-8 items-center gap-2 rounded-md border border-border bg-surface px-2.5 text-13 text-muted-foreground hover:text-foreground max-sm:size-10 max-sm:justify-center max-sm:border-0 max-sm:bg-transparent"
    >
      <Search aria-hidden className="size-4" />
      <span aria-hidden className="flex gap-1 max-sm:hidden">
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </span>
    </button>
  );
}
