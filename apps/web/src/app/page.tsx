import { redirect } from "next/navigation";
import { permits } from "~/server/permissions.ts";
import { HOME } from "~/server/return-to.ts";
import { requireSession } from "~/server/session.ts";

export default async function Home() {
  const { actor } = await requireSession();
  redirect(permits(actor.role, "users.read") ? HOME : "/account");
}
