import { redirect } from "next/navigation";
import { permits } from "~/server/permissions.ts";
import { requireSession } from "~/server/session.ts";

export default async function Home() {
  const { actor } = await requireSession();
  redirect(permits(actor.role, "users.read") ? "/access/users" : "/account");
}
