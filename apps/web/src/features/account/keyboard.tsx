"use client";

import { Callout } from "@rollcall/ui/callout";
import { Card, Section } from "@rollcall/ui/card";
import { Kbd } from "@rollcall/ui/kbd";
import { Switch } from "@rollcall/ui/switch";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useConsole } from "~/features/shell/console-context.tsx";
import { usePaletteKeys } from "~/features/shell/use-palette-keys.ts";
import { useSavePreferences } from "./queries.ts";

const SHORTCUTS = [
  { key: "search", keys: ["/"] },
  { key: "close", keys: ["Esc"] },
  { key: "newer", keys: ["←"] },
  { key: "older", keys: ["→"] },
] as const;

/** The shortcuts there are, and the switch of the only one without a modifier (WCAG 2.1.4). */
export function Keyboard() {
  const t = useTranslations("account.keyboard");
  const { slashFocusesSearch } = useConsole();
  const shortcuts = [{ key: "palette", keys: usePaletteKeys() } as const, ...SHORTCUTS];
  const router = useRouter();
  const save = useSavePreferences();
  return (
    <Section id="keyboard" title={t("title")} description={t("description")}>
      {save.error ? (
        <Callout role="alert" status="bad">
          {t("failed")}
        </Callout>
      ) : null}
      <Card className="divide-y divide-border">
        <div className="flex items-start justify-between gap-6 p-4">
          <div className="grid gap-0.5">
            <p id="slash" className="font-medium text-sm">
              {t("slash.label")}
            </p>
            <p id="slash-why" className="text-13 text-muted-foreground">
              {t("slash.body")}
            </p>
          </div>
          <Switch
            checked={slashFocusesSearch}
            labelledBy="slash"
            describedBy="slash-why"
            words={{ on: t("on"), off: t("off") }}
            pending={save.isPending}
            onCheckedChange={(checked) =>
              save.mutate({ slashFocusesSearch: checked }, { onSuccess: () => router.refresh() })
            }
          />
        </div>
        <dl className="grid gap-3 p-4 text-sm">
          {shortcuts.map(({ key, keys }) => (
            <div key={key} className="flex items-center justify-between gap-4">
              <dt>{t(`shortcuts.${key}`)}</dt>
              <dd className="flex gap-1">
                {keys.map((each) => (
                  <Kbd key={each}>{each}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </Card>
    </Section>
  );
}
