import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Appearance } from "~/features/account/appearance.tsx";
import { DensityChoice } from "~/features/account/density-choice.tsx";
import { requireSession } from "~/server/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.appearance");
  return { title: t("title") };
}

export default async function AppearancePage() {
  await requireSession();
  return (
    <div className="grid gap-8">
      <Appearance />
      <DensityChoice />
    </div>
  );
}
