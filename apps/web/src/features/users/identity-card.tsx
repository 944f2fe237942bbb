"use client";

import { Card, Section } from "@rollcall/ui/card";
import { CopyText } from "@rollcall/ui/copy-text";
import { DescriptionList } from "@rollcall/ui/description-list";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SourceLabel } from "~/features/list/source-label.tsx";
import type { PersonDetail } from "./schema.ts";
import { SignInLine } from "./sign-in-line.tsx";

/** Every name this person goes by, each to be copied; where the account comes from; when it was last used. */
export function IdentityCard({ detail }: { readonly detail: PersonDetail }) {
  const { person, provider } = detail;
  const t = useTranslations("users.detail");
  const moment = (at: string | null): ReactNode => (at === null ? t("never") : <TimeAgo at={at} />);
  const copyable = (key: string, name: string, value: string | null) => ({
    key,
    name,
    value: value === null ? t("none") : <CopyText name={name} text={value} />,
  });
  return (
    <Section id="identity" title={t("identity")}>
      <Card className="p-4 sm:p-5">
        <DescriptionList
          items={[
            copyable("email", t("email"), person.email),
            copyable("userName", t("userName"), person.userName),
            copyable("externalId", t("externalId", { provider }), person.externalId),
            copyable("id", t("scimId"), person.id),
            {
              key: "source",
              name: t("source"),
              value: <SourceLabel source={person.source} provider={provider} />,
            },
            { key: "created", name: t("created"), value: moment(person.createdAt) },
            {
              key: "change",
              name: t("lastChange", { provider }),
              value: moment(person.lastProvisionedAt),
            },
            { key: "signIn", name: t("lastSignIn"), value: moment(person.lastSignInAt) },
            { key: "match", name: t("signIn"), value: <SignInLine detail={detail} /> },
          ]}
        />
      </Card>
    </Section>
  );
}
