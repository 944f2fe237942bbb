import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditPage } from "~/features/audit/audit-page.tsx";
import { requirePermission } from "~/server/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function Page() {
  await requirePermission("audit.read");
  return <AuditPage />;
}
