import { Button } from "@rollcall/ui/button";
import { EmptyState } from "@rollcall/ui/empty-state";
import { SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

export default function NotFound() {
  const t = useTranslations("errors.notFound");
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        level={1}
        icon={<SearchX />}
        title={t("title")}
        action={<Button render={<Link href="/" />}>{t("home")}</Button>}
      >
        {t("body")}
      </EmptyState>
    </main>
  );
}
