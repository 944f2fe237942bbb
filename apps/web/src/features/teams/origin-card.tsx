"use client";

import { Card, Section } from "@rollcall/ui/card";
import { CopyText } from "@rollcall/ui/copy-text";
import { DescriptionList } from "@rollcall/ui/description-list";
import { TimeAgo } from "@rollcall/ui/time-ago";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { TeamDetail } from "./schema.ts";

/** Where a team from the identity provider comes from: its name as received, who carries it, the last request that named it. */
export function OriginCard({ detail: { team, origin } }: { readonly detail: TeamDetail }) {
  const t = useTranslations("teams.origin");
  if (team.source !== "scim") return null;
  return (
    <Section id="source" title={t("title")}>
      <Card className="p-4 sm:p-5">
        <DescriptionList
          items={[
            { key: "role", name: t("role"), value: team.displayName },
            { key: "name", name: t("name"), value: <CopyText name={t("name")} text={team.name} /> },
            {
              key: "externalId",
              name: t("externalId"),
              value: team.externalId ? <CopyText name={t("externalId")} text={team.externalId} /> : t("none"),
            },
            {
              key: "id",
              name: t("id"),
              value: <CopyText name={t("id")} text={team.id} />,
            },
            { key: "first", name: t("first"), value: <TimeAgo at={origin.firstSeen} /> },
            { key: "last", name: t("last"), value: <LastRequest last={origin.last} /> },
            {
              key: "carriers",
              name: t("carriers"),
              value: t("carriersCount", { count: origin.carriers }),
            },
            {
              key: "through",
              name: t("through"),
              value: t("throughCounts", { ...team.through }),
            },
          ]}
        />
      </Card>
    </Section>
  );
}

function LastRequest({ last }: { readonly last: TeamDetail["origin"]["last"] }) {
  const t = useTranslations("teams.origin");
  if (last === null) return t("notKept");
  return (
    <>
      <Link
        className="tap underline-offset-4 hover:underline"
        href={`/settings/security/provisioning/activity?event=${last.eventId}`}
      >
        {t(`lastThrough.${last.through}`, { subject: last.subject ?? "", method: last.method })}
      </Link>{" "}
      <TimeAgo at={last.at} />
    </>
  );
}
