import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangePassword } from "~/features/account/change-password.tsx";
import { requireSession } from "~/server/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.password");
  return { title: t("title") };
}

export default async function PasswordPage() {
  const { user } = await requireSession();
  return <ChangePassword hasPassword={user.hasPassword} />;
}
