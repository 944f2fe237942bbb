import { isSetupOpen } from "@rollcall/directory/accounts/setup";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "~/features/login/auth-card.tsx";
import { SetupForm } from "~/features/setup/setup-form.tsx";
import { database } from "~/server/runtime.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("setup");
  return { title: t("title") };
}

export default async function Setup() {
  if (!(await isSetupOpen(database()))) redirect("/login");
  const t = await getTranslations("setup");
  return (
    <AuthCard title={t("title")} description={t("description")}>
      <SetupForm />
    </AuthCard>
  );
}
