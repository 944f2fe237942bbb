"use client";

import type { ProviderSetting } from "@rollcall/directory/connection/options";
import { PageHeader } from "@rollcall/ui/page-header";
import { LinkTabs } from "@rollcall/ui/tabs";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { PROVISIONING_PATH } from "~/features/shell/navigation.ts";
import { useProviderWords } from "./provider-words.ts";

const ACTIVITY = `${PROVISIONING_PATH}/activity`;

/** Title, purpose and the two pages of provisioning. */
export function ProvisioningHeader({ provider }: { provider: ProviderSetting }) {
  const t = useTranslations("provisioning");
  const path = usePathname();
  const { name } = useProviderWords(provider);
  return (
    <div className="grid gap-4">
      <PageHeader title={t("title")} description={t("description", { provider: name })} />
      <LinkTabs
        label={t("tabs.label")}
        tabs={[
          {
            link: <Link href={PROVISIONING_PATH}>{t("tabs.overview")}</Link>,
            active: path === PROVISIONING_PATH,
          },
          { link: <Link href={ACTIVITY}>{t("tabs.activity")}</Link>, active: path.startsWith(ACTIVITY) },
        ]}
      />
    </div>
  );
}
