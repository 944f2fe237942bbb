"use client";

import { PageHeader } from "@rollcall/ui/page-header";
import { LinkTabs } from "@rollcall/ui/tabs";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { ACCOUNT_PAGES } from "~/features/shell/navigation.ts";

/** Heading of the account pages, and the way between them. */
export function AccountTabs() {
  const t = useTranslations("account");
  const nav = useTranslations("shell.nav");
  const path = usePathname();
  return (
    <div className="grid gap-4">
      <PageHeader title={t("title")} description={t("description")} />
      <LinkTabs
        label={t("title")}
        tabs={ACCOUNT_PAGES.map(({ key, href }) => ({
          active: path === href,
          link: (
            <Link key={key} href={href}>
              {nav(key)}
            </Link>
          ),
        }))}
      />
    </div>
  );
}
