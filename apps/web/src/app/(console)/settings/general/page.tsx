import { readSettings } from "@rollcall/directory/connection/settings";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { settingsSchema } from "~/features/provisioning/schema.ts";
import { GeneralPage } from "~/features/settings/general-page.tsx";
import { database } from "~/server/runtime.ts";
import { requirePermission } from "~/server/session.ts";
import { settingsReply } from "~/server/settings-reply.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.general"))("title") };
}

export default async function Page() {
  const { tenant } = await requirePermission("settings.manage");
  const settings = await readSettings(database(), tenant.id);
  return <GeneralPage settings={settings ? settingsSchema.parse(settingsReply(settings)) : undefined} />;
}
