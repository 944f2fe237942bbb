import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { personOfPage } from "~/features/users/person-of-page.ts";
import { PersonPage } from "~/features/users/person-page.tsx";
import { requirePermission } from "~/server/session.ts";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const person = await personOfPage((await params).id);
  return { title: person?.name ?? (await getTranslations("users"))("title") };
}

export default async function Page({ params }: Props) {
  await requirePermission("users.read");
  const person = await personOfPage((await params).id);
  if (person === undefined) notFound();
  return <PersonPage id={person.id} />;
}
