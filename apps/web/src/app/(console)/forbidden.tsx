import { adminNames } from "@rollcall/directory/connection/admin-names";
import { Button } from "@rollcall/ui/button";
import { EmptyState } from "@rollcall/ui/empty-state";
import { Lock } from "lucide-react";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { database } from "~/server/runtime.ts";
import { requireSession } from "~/server/session.ts";

/** The page of a person whose role does not open it: what it takes, and whom to ask. */
export default async function Forbidden() {
  const { tenant } = await requireSession();
  const t = await getTranslations("errors.forbidden");
  const format = await getFormatter();
  const names = await adminNames(database(), tenant.id, 3);
  return (
    <EmptyState
      level={1}
      icon={<Lock />}
      title={t("title")}
      action={<Button render={<Link href="/account" />}>{t("account")}</Button>}
    >
      <p>{t("body")}</p>
      {names.length > 0 ? <p>{t("ask", { names: format.list(names, { type: "disjunction" }) })}</p> : null}
    </EmptyState>
  );
}
