import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActivityPage } from "~/features/activity/activity-page.tsx";
import { requirePermission } from "~/server/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("activity"))("title") };
}

export default async function Page() {
  await requirePermission("activity.read");
  return <ActivityPage />;
}
