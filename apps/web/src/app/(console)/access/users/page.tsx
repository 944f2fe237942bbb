import { recentlyTurnedAway } from "@rollcall/directory/explain/trace/turned-away";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { turnedAwayReplySchema } from "~/features/trace/schema.ts";
import { UsersPage } from "~/features/users/users-page.tsx";
import { database } from "~/server/runtime.ts";
import { requirePermission } from "~/server/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("title") };
}

export default async function Page() {
  const { tenant } = await requirePermission("users.read");
  const turnedAway = await recentlyTurnedAway(database(), tenant.id);
  return <UsersPage turnedAway={turnedAwayReplySchema.shape.people.parse(turnedAway)} />;
}
