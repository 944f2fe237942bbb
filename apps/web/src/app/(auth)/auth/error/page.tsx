import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "~/features/login/auth-card.tsx";
import { AuthErrorSearch } from "~/features/login/auth-error.ts";
import { AuthErrorNotice } from "~/features/login/auth-error-notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("login.error");
  return { title: t("title") };
}

export default async function AuthError({ searchParams }: { searchParams: Promise<unknown> }) {
  const t = await getTranslations("login.error");
  const search = AuthErrorSearch.parse(await searchParams);
  return (
    <AuthCard title={t("title")}>
      <AuthErrorNotice {...search} />
    </AuthCard>
  );
}
