import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { SsoPage } from "~/features/sso/sso-page.tsx";
import { requirePermission } from "~/server/session.ts";

const Search = z.object({ test: z.uuid().optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sso");
  return { title: t("title") };
}

export default async function Sso({ searchParams }: { searchParams: Promise<unknown> }) {
  await requirePermission("sso.manage");
  const { test } = Search.parse(await searchParams);
  return <SsoPage test={test ?? null} />;
}
