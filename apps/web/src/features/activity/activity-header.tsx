"use client";

import { PageHeader } from "@rollcall/ui/page-header";
import { LinkTabs } from "@rollcall/ui/tabs";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { PROVISIONING_PATH } from "~/features/shell/navigation.ts";
import { activityAddress } from "./address.ts";

/** The head that Overview and Activity share. */
export function ActivityHeader() {
  const t = useTranslations("activity.header");
  const path = usePathname();
  return (
    <div className="grid gap-4">
      <PageHeader title={t("title")} description={t("description")} />
      <LinkTabs
        label={t("title")}
        tabs={[
          { link: <Link href={PROVISIONING_PATH}>{t("overview")}</Link>, active: path === PROVISIONING_PATH },
          { link: <Link href={activityAddress()}>{t("activity")}</Link>, active: path === activityAddress() },
        ]}
      />
    </div>
  );
}
