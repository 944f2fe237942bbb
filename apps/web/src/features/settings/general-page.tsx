"use client";

import { Card, Section } from "@rollcall/ui/card";
import { CopyField } from "@rollcall/ui/copy-field";
import { PageHeader } from "@rollcall/ui/page-header";
import { useTranslations } from "next-intl";
import type { SettingsData } from "~/features/provisioning/schema.ts";
import { useConsole } from "~/features/shell/console-context.tsx";
import { OrganisationName } from "./organisation-name.tsx";
import { RetentionCard } from "./retention-card.tsx";

/** What the organisation is called and addressed as, and how long records are kept. */
export function GeneralPage({ settings }: { settings: SettingsData | undefined }) {
  const t = useTranslations("settings.general");
  const { tenant, scimUrl } = useConsole();
  return (
    <div className="grid max-w-[55rem] gap-8">
      <PageHeader title={t("title")} description={t("description")} />
      <Section id="organisation" title={t("organisation")}>
        <Card className="p-4 sm:p-5">
          <OrganisationName current={tenant.name} />
        </Card>
      </Section>
      <Section id="identifiers" title={t("identifiers")} description={t("identifiersHint")}>
        <Card className="grid gap-5 p-4 sm:p-5">
          <CopyField label={t("slug")} value={tenant.slug} />
          <CopyField label={t("scimUrl")} value={scimUrl} />
        </Card>
      </Section>
      <RetentionCard initial={settings} />
    </div>
  );
}
