"use client";

import { Callout } from "@rollcall/ui/callout";
import { Section } from "@rollcall/ui/card";
import { RadioCards } from "@rollcall/ui/radio-cards";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useConsole } from "~/features/shell/console-context.tsx";
import { DENSITIES, type Density } from "~/features/shell/preferences.ts";
import { useSavePreferences } from "./queries.ts";

/** How high the rows of every table are. Kept with the account. */
export function DensityChoice() {
  const t = useTranslations("account.appearance.density");
  const { density } = useConsole();
  const router = useRouter();
  const [chosen, setChosen] = useState(density);
  const save = useSavePreferences();
  const choose = (next: Density) => {
    setChosen(next);
    save.mutate({ density: next }, { onSuccess: () => router.refresh(), onError: () => setChosen(density) });
  };
  return (
    <Section id="density" title={t("title")} description={t("description")}>
      {save.error ? (
        <Callout role="alert" status="bad">
          {t("failed")}
        </Callout>
      ) : null}
      <RadioCards
        label={t("title")}
        value={chosen}
        onValueChange={choose}
        options={DENSITIES.map((value) => ({ value, title: t(value), description: t(`about.${value}`) }))}
      />
    </Section>
  );
}
