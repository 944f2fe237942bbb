"use client";

import { Card, Section } from "@rollcall/ui/card";
import { DescriptionList } from "@rollcall/ui/description-list";
import { TimeAgo } from "@rollcall/ui/time-ago";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { activityAddress } from "~/features/activity/address.ts";
import { attributePaths } from "./attribute-paths.ts";
import type { PersonDetail, WritingRequest } from "./schema.ts";

/** Every attribute as it is kept, with the request that wrote it last. */
export function AttributesCard({ detail: { person, origins } }: { readonly detail: PersonDetail }) {
  const t = useTranslations("users.detail");
  if (person.source !== "scim") return null;
  const columns = {
    userName: person.userName,
    externalId: person.externalId,
    active: person.active,
    displayName: person.displayName,
    "name.givenName": person.givenName,
    "name.familyName": person.familyName,
  };
  const attributes = [...Object.entries(columns), ...attributePaths(person.attributes)].filter(
    ([, value]) => value !== null,
  );
  const changed = new Map(origins.changed.map((origin) => [origin.attribute, origin]));
  return (
    <Section id="attributes" title={t("attributes")} description={t("attributesHint")}>
      <Card className="p-4 sm:p-5">
        <DescriptionList
          items={attributes.map(([name, value]) => ({
            key: name,
            name: <span className="break-all">{name}</span>,
            value: <Attribute value={value} origin={changed.get(name) ?? origins.created} />,
          }))}
        />
      </Card>
    </Section>
  );
}

function Attribute({ value, origin }: { readonly value: unknown; readonly origin: WritingRequest | null }) {
  const t = useTranslations("users.detail");
  return (
    <span className="grid min-w-0 gap-0.5">
      <span className="wrap-anywhere font-mono text-13">
        {typeof value === "string" ? value : JSON.stringify(value)}
      </span>
      <span className="text-muted-foreground text-xs">
        {origin ? (
          <>
            <Link
              className="underline decoration-input underline-offset-4 hover:text-foreground"
              href={activityAddress({ event: origin.eventId })}
            >
              {t("writtenBy", { method: origin.method })}
            </Link>{" "}
            <TimeAgo at={origin.at} />
          </>
        ) : (
          t("before")
        )}
      </span>
    </span>
  );
}
