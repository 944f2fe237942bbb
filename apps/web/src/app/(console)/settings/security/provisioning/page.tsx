import { readOverview } from "@rollcall/directory/connection/overview";
import { readMode } from "@rollcall/directory/connection/set-mode";
import { readSettings } from "@rollcall/directory/connection/settings";
import { readProvider } from "@rollcall/directory/explain/read-provider";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { findingsSchema } from "~/features/findings/schema.ts";
import { ProvisioningPage } from "~/features/provisioning/provisioning-page.tsx";
import { overviewSchema, settingsSchema } from "~/features/provisioning/schema.ts";
import { database } from "~/server/runtime.ts";
import { requirePermission } from "~/server/session.ts";
import { settingsReply } from "~/server/settings-reply.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("provisioning"))("title") };
}

export default async function Page() {
  const { tenant } = await requirePermission("provisioning.read");
  const [overview, settings, provider, mode] = await Promise.all([
    readOverview(database(), tenant.id),
    readSettings(database(), tenant.id),
    readProvider(database(), tenant.id),
    readMode(database(), tenant.id),
  ]);
  return (
    <div className="max-w-[55rem]">
      <ProvisioningPage
        {...(overview ? { initial: overviewSchema.parse(overview) } : {})}
        findings={overview ? findingsSchema.parse({ provider: provider.name, ...overview }) : undefined}
        mode={mode ?? undefined}
        settings={settings ? settingsSchema.parse(settingsReply(settings)) : undefined}
      />
    </div>
  );
}
