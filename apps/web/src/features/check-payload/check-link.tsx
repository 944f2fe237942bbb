"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useConsole } from "~/features/shell/console-context.tsx";
import { CHECK_PATH } from "~/features/shell/navigation.ts";

/** The way to the check of a payload, beside what arrived and what is set up. */
export function CheckLink() {
  const t = useTranslations("check");
  const { may } = useConsole();
  if (!may("provisioning.manage")) return null;
  const link = (
    <Link href={CHECK_PATH} className="tap text-primary underline underline-offset-4">
      {t("link")}
    </Link>
  );
  return <p className="text-13 text-muted-foreground">{t.rich("linkHint", { link: () => link })}</p>;
}
