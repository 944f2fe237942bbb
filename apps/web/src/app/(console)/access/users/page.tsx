import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UsersPage } from "~/features/users/users-page.tsx";
import { requirePermission } from "~/server/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("title") };
}

export default async function Page() {
  await requirePermission("users.read");
  return <UsersPage />;
}
