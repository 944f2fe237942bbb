import { readProvider } from "@rollcall/directory/explain/read-provider";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CheckPayloadPage } from "~/features/check-payload/check-payload-page.tsx";
import { database } from "~/server/runtime.ts";
import { requirePermission } from "~/server/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("check"))("title") };
}

export default async function Page() {
  const { tenant } = await requirePermission("provisioning.manage");
  const provider = await readProvider(database(), tenant.id);
  return (
    <div className="max-w-[55rem]">
      <CheckPayloadPage provider={provider.name} />
    </div>
  );
}
