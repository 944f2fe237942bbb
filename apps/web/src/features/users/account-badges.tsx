"use client";

import { Badge } from "@rollcall/ui/badge";
import { useTranslations } from "next-intl";
import type { PersonRow } from "./schema.ts";

export interface AccountBadgesProps {
  readonly person: Pick<PersonRow, "role" | "recovery" | "source">;
  /** Where no column says where the account comes from: marks one that was made here. */
  readonly origin?: boolean;
}

/** What sets an account apart wherever it is listed: that it was made here, and that it is an admin's or a recovery admin's. */
export function AccountBadges({ person: { role, recovery, source }, origin }: AccountBadgesProps) {
  const t = useTranslations("users");
  const sources = useTranslations("ui.source");
  return (
    <>
      {origin && source === "local" ? <Badge>{sources("local")}</Badge> : null}
      {recovery ? <Badge>{t("recovery")}</Badge> : role === "admin" ? <Badge>{t("role.admin")}</Badge> : null}
    </>
  );
}
