import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { teamOfPage } from "~/features/teams/team-of-page.ts";
import { TeamPage } from "~/features/teams/team-page.tsx";
import { requirePermission } from "~/server/session.ts";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const team = await teamOfPage((await params).id);
  return { title: team?.displayName ?? (await getTranslations("teams"))("title") };
}

export default async function Page({ params }: Props) {
  await requirePermission("teams.read");
  const team = await teamOfPage((await params).id);
  if (team === undefined) notFound();
  return <TeamPage id={team.id} />;
}
