import { Button } from "@rollcall/ui/button";
import { EmptyState } from "@rollcall/ui/empty-state";
import { SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

export interface MissingProps {
  /** The words for it, under `errors`. */
  readonly what: "noPerson" | "noTeam";
  /** The list that it would be in. */
  readonly home: string;
  /** Where the audit log tells of it. */
  readonly audit: string;
}

/** The page of an id that nobody has. */
export function Missing({ what, home, audit }: MissingProps) {
  const t = useTranslations(`errors.${what}`);
  return (
    <EmptyState
      level={1}
      icon={<SearchX />}
      title={t("title")}
      action={
        <>
          <Button render={<Link href={home} />}>{t("home")}</Button>
          <Button render={<Link href={audit} />}>{t("audit")}</Button>
        </>
      }
    >
      {t("body")}
    </EmptyState>
  );
}
