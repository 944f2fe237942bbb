import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PersonPage } from "~/features/users/person-page.tsx";
import { personParams } from "~/features/users/schema.ts";
import { requirePermission } from "~/server/session.ts";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("title") };
}

export default async function Page({ params }: Props) {
  await requirePermission("users.read");
  const parsed = personParams.safeParse(await params);
  if (!parsed.success) notFound();
  return <PersonPage id={parsed.data.id} />;
}
