"use client";

import { Button } from "@rollcall/ui/button";
import { CopyText } from "@rollcall/ui/copy-text";
import { type Description, DescriptionList } from "@rollcall/ui/description-list";
import { JsonView } from "@rollcall/ui/json-view";
import { TimeAgo } from "@rollcall/ui/time-ago";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Layers } from "~/features/explain/layers.tsx";
import { useConsole } from "~/features/shell/console-context.tsx";
import { CHECK_PATH } from "~/features/shell/navigation.ts";
import { withQuery } from "~/lib/api.ts";
import { EventChanges } from "./event-changes.tsx";
import type { EventView } from "./schema.ts";

/** What is told of one request: the three layers, what changed, and what was said word for word. */
export function EventBody({ view }: { readonly view: EventView }) {
  const t = useTranslations("activity.sheet");
  const { event, provider } = view;
  return (
    <div className="grid gap-6 p-5">
      <Layers provider={provider} received={event.received} likely={event.likely} steps={event.steps} />
      {event.suggestion ? (
        <p className="flex items-center gap-2 text-13">
          {t("suggestion")} <CopyText small name={t("suggestion")} text={event.suggestion} />
        </p>
      ) : null}
      <Part title={t("changes")}>
        <EventChanges changes={event.changes} />
      </Part>
      <Part title={t("facts")}>
        <DescriptionList items={useFacts(view)} />
      </Part>
      <Payload title={t("request")} value={event.request} />
      <CheckAgain event={event} />
      <Payload title={t("response")} value={event.response} />
      {event.code ? (
        <p className="text-13">
          <Link
            href={`/help/troubleshooting#${event.code.replace(".", "-")}`}
            className="tap text-primary underline-offset-4 hover:underline"
          >
            {t("docs")}
          </Link>
        </p>
      ) : null}
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="grid gap-2">
      <h3 className="font-medium text-sm">{title}</h3>
      {children}
    </section>
  );
}

/** Folded away when there is one, named as absent when there is none. */
function Payload({ title, value }: { readonly title: string; readonly value: unknown }) {
  const t = useTranslations("activity.sheet");
  if (value === null || value === undefined) {
    return (
      <Part title={title}>
        <p className="text-13 text-muted-foreground">{t("noBody")}</p>
      </Part>
    );
  }
  return (
    <details className="grid gap-2">
      <summary className="w-fit cursor-pointer rounded-sm font-medium text-sm">{title}</summary>
      <JsonView className="mt-2" name={title} value={value} />
    </details>
  );
}

/** What would come of the same request now. */
function CheckAgain({ event }: { readonly event: EventView["event"] }) {
  const t = useTranslations("check");
  const { may } = useConsole();
  if (!event.checkable || !may("provisioning.manage")) return null;
  return (
    <div>
      <Button size="sm" render={<Link href={withQuery(CHECK_PATH, { event: event.id })} />}>
        {t("again")}
      </Button>
    </div>
  );
}

function useFacts({ event }: EventView): Description[] {
  const t = useTranslations("activity");
  const text = (key: string, value: string | null): Description[] =>
    value ? [{ key, name: t(`columns.${key}`), value }] : [];
  return [
    { key: "at", name: t("columns.at"), value: <TimeAgo at={event.at} absolute /> },
    ...(event.subject ? [{ key: "who", name: t("columns.who"), value: <Who event={event} /> }] : []),
    {
      key: "request",
      name: t("columns.request"),
      value: <CopyText small name={t("columns.request")} text={`${event.method} ${event.path}`} />,
    },
    { key: "status", name: t("columns.status"), value: statusText(event) },
    ...text("token", event.token ? `…${event.token}` : null),
    ...text("ip", event.ip),
    ...text("userAgent", event.userAgent),
    ...text("duration", event.durationMs === null ? null : t("ms", { ms: Math.round(event.durationMs) })),
    ...text("externalId", event.externalId),
    ...text("dialects", event.dialects.join(", ")),
    {
      key: "requestId",
      name: t("columns.requestId"),
      value: <CopyText small name={t("columns.requestId")} text={event.requestId} />,
    },
  ];
}

function statusText(event: EventView["event"]): string {
  return event.scimType ? `${event.status} ${event.scimType}` : String(event.status);
}

function Who({ event }: { readonly event: EventView["event"] }) {
  if (!event.href) return <>{event.subject}</>;
  return (
    <Link href={event.href} className="tap text-primary underline-offset-4 hover:underline">
      {event.subject}
    </Link>
  );
}
