import { readProvider } from "@rollcall/directory/explain/read-provider";
import { countPresets } from "@rollcall/directory/teams/list-teams";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TeamsPage } from "~/features/teams/teams-page.tsx";
import { database } from "~/server/runtime.ts";
import { requirePermission } from "~/server/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("teams"))("title") };
}

export default async function Page() {
  const { tenant } = await requirePermission("teams.read");
  const known = Promise.all([countPresets(database(), tenant.id), readProvider(database(), tenant.id)]);
  // What can't be read here the page asks for again, and shows its failure.
  const initial = await known.then(
    ([counts, provider]) => ({ counts, provider: provider.name }),
    () => undefined,
  );
  return <TeamsPage initial={initial} />;
}
