import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TeamsPage } from "~/features/teams/teams-page.tsx";
import { requirePermission } from "~/server/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("teams"))("title") };
}

export default async function Page() {
  await requirePermission("teams.read");
  return <TeamsPage />;
}
