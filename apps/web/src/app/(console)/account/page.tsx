import { readSsoConfig } from "@rollcall/directory/sso/sso-config";
import { Badge } from "@rollcall/ui/badge";
import { DescriptionList } from "@rollcall/ui/description-list";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { database } from "~/server/runtime.ts";
import { requireSession } from "~/server/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.profile");
  return { title: t("title") };
}

export default async function Profile() {
  const { user, tenant } = await requireSession();
  const t = await getTranslations("account.profile");
  const format = await getFormatter();
  const sso = await readSsoConfig(database(), tenant.id);
  const ways = [user.hasPassword ? t("password") : null, sso?.enabled ? t("sso") : null].filter(
    (way) => way !== null,
  );
  return (
    <DescriptionList
      items={[
        { key: "name", name: t("name"), value: user.name },
        { key: "email", name: t("email"), value: user.email },
        { key: "organization", name: t("organization"), value: tenant.name },
        { key: "role", name: t("role"), value: t(`roles.${user.role}`) },
        {
          key: "signIn",
          name: t("signIn"),
          value: (
            <span className="flex flex-wrap items-center gap-2">
              {format.list(ways)}
              {user.recovery ? <Badge>{t("recovery")}</Badge> : null}
            </span>
          ),
        },
      ]}
    />
  );
}
