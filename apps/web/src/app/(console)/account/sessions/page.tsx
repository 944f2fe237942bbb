import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnSessions } from "~/features/account/own-sessions.tsx";
import { requireSession } from "~/server/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.sessions");
  return { title: t("title") };
}

export default async function SessionsPage() {
  await requireSession();
  return <OwnSessions />;
}
