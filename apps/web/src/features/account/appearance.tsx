"use client";

import { Section } from "@rollcall/ui/card";
import { RadioCards } from "@rollcall/ui/radio-cards";
import { Skeleton } from "@rollcall/ui/skeleton";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { asTheme, THEMES } from "~/features/shell/account-menu.tsx";

const never = () => () => undefined;

/** Light, dark, or as the system has it. Kept in this browser. */
export function Appearance() {
  const t = useTranslations("account.appearance");
  const themes = useTranslations("shell.theme");
  const { theme, setTheme } = useTheme();
  // The server does not know the choice; until the browser has said it, nothing is shown as chosen.
  const known = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <Section id="appearance" title={t("title")} description={t("description")}>
      {known ? (
        <RadioCards
          label={t("title")}
          value={asTheme(theme)}
          onValueChange={setTheme}
          options={THEMES.map((value) => ({ value, title: themes(value), description: t(`about.${value}`) }))}
        />
      ) : (
        <Skeleton className="h-56" />
      )}
    </Section>
  );
}
