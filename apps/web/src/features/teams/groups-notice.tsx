"use client";

import { useTranslations } from "next-intl";
import type { TeamsPage } from "./schema.ts";

/** How many of the people who were sent carry groups: what tells why a team does not fill. */
export function GroupsNotice({ page: { groups } }: { readonly page: TeamsPage }) {
  const t = useTranslations("teams");
  if (groups.people === 0) return null;
  return (
    <p className="text-13 text-muted-foreground">
      {t(groups.people < groups.sent ? "groupsInLastPayloads" : "groupsInPayloads", {
        with: groups.withGroups,
        people: groups.people,
      })}
    </p>
  );
}
