import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Keyboard } from "~/features/account/keyboard.tsx";
import { requireSession } from "~/server/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.keyboard");
  return { title: t("title") };
}

export default async function KeyboardPage() {
  await requireSession();
  return <Keyboard />;
}
