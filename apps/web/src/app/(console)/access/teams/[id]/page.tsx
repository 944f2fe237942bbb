import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { teamParams } from "~/features/teams/schema.ts";
import { TeamPage } from "~/features/teams/team-page.tsx";
import { requirePermission } from "~/server/session.ts";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("teams"))("title") };
}

export default async function Page({ params }: Props) {
  await requirePermission("teams.read");
  const parsed = teamParams.safeParse(await params);
  if (!parsed.success) notFound();
  return <TeamPage id={parsed.data.id} />;
}
