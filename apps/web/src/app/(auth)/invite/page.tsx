import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AcceptInvite } from "~/features/invites/accept-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invites.accept");
  return { title: t("reading") };
}

export default function Invite() {
  return <AcceptInvite />;
}
