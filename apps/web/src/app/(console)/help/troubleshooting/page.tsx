import { readProvider } from "@rollcall/directory/explain/read-provider";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Troubleshooting } from "~/features/help/troubleshooting.tsx";
import { database } from "~/server/runtime.ts";
import { requireSession } from "~/server/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("explain.help"))("title") };
}

export default async function Page() {
  const { tenant } = await requireSession();
  return <Troubleshooting provider={await readProvider(database(), tenant.id)} />;
}
