"use client";

import type { DataColumn } from "@rollcall/ui/data-column";
import { StatusPill } from "@rollcall/ui/status-pill";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { useZone } from "@rollcall/ui/use-zone";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { Sentence } from "~/features/explain/sentences.tsx";
import { ActSentence } from "./act-sentence.tsx";
import { OutcomePill } from "./outcome-pill.tsx";
import type { ActivityRow, EventRow } from "./schema.ts";

type Translate = ReturnType<typeof useTranslations>;
type Column = DataColumn<ActivityRow>;

/** The columns of Activity. `hrefOf` is the address of a row's sheet, the filter kept. */
export function useColumns(hrefOf: (id: string) => string): Column[] {
  const t = useTranslations("activity");
  const zone = useZone();
  return useMemo(() => [...mainColumns(t, hrefOf, zone), ...extraColumns(t)], [t, hrefOf, zone]);
}

function mainColumns(t: Translate, hrefOf: (id: string) => string, zone: string): Column[] {
  return [
    {
      id: "at",
      header: t("columns.atZone", { zone }),
      cell: (row) => <TimeAgo at={row.at} absolute zone={zone} className="text-muted-foreground" />,
    },
    {
      id: "what",
      header: t("columns.what"),
      leading: true,
      // On a phone, what happened is the title of the card.
      className: "max-sm:order-first max-sm:[&>div]:col-span-2 max-sm:[&>span]:hidden",
      cell: (row) => <What row={row} href={hrefOf(row.id)} />,
    },
    {
      id: "who",
      header: t("columns.who"),
      from: "lg",
      hideable: true,
      className: "sm:min-w-24",
      cell: onEvent((row) => <Who row={row} />),
    },
    { id: "outcome", header: t("columns.outcome"), cell: (row) => <OutcomeCell row={row} /> },
    {
      id: "reason",
      header: t("columns.reason"),
      hideable: true,
      cell: onEvent((row) => (row.reason ? <Sentence of={row.reason} /> : null)),
    },
    {
      id: "request",
      header: t("columns.request"),
      from: "md",
      hideable: true,
      cell: onEvent((row) => (
        <span
          className="wrap-anywhere font-mono text-xs xl:whitespace-nowrap"
          title={`${row.method} ${row.path}`}
        >
          {row.method} {shortPath(row.path)} {row.status}
        </span>
      )),
    },
    {
      id: "token",
      header: t("columns.token"),
      from: "xl",
      hideable: true,
      cell: onEvent((row) => (row.token ? <code className="font-mono text-xs">…{row.token}</code> : null)),
    },
  ];
}

function extraColumns(t: Translate): Column[] {
  const extra = (id: string, text: (row: EventRow) => string | null): Column => ({
    id,
    header: t(`columns.${id}`),
    hideable: true,
    hiddenAtFirst: true,
    card: false,
    cell: onEvent((row) => <span className="break-all font-mono text-xs">{text(row)}</span>),
  });
  return [
    extra("ip", (row) => row.ip),
    extra("duration", (row) =>
      row.durationMs === null ? null : t("ms", { ms: Math.round(row.durationMs) }),
    ),
    extra("requestId", (row) => row.requestId),
    extra("externalId", (row) => row.externalId),
  ];
}

function onEvent(cell: (row: EventRow) => ReactNode): Column["cell"] {
  return (row) => (row.kind === "event" ? cell(row) : null);
}

function What({ row, href }: { readonly row: ActivityRow; readonly href: string }) {
  const t = useTranslations("activity");
  if (row.kind === "act") return <ActSentence act={row} />;
  return (
    <Link
      href={href}
      scroll={false}
      className="tap wrap-anywhere font-medium text-foreground underline-offset-4 hover:underline"
    >
      <Sentence of={row.sentence} />
      {row.count > 1 ? (
        <span className="ms-1.5 font-normal text-muted-foreground tabular-nums">
          {t("times", { count: row.count })}
        </span>
      ) : null}
    </Link>
  );
}

function Who({ row }: { readonly row: EventRow }) {
  if (!row.subject) return null;
  if (!row.href) return <span className="wrap-anywhere text-muted-foreground">{row.subject}</span>;
  return (
    <Link href={row.href} className="tap wrap-anywhere text-primary underline-offset-4 hover:underline">
      {row.subject}
    </Link>
  );
}

function OutcomeCell({ row }: { readonly row: ActivityRow }) {
  const t = useTranslations("activity.outcome");
  if (row.kind === "event") return <OutcomePill event={row} />;
  return <StatusPill status="off">{t("console")}</StatusPill>;
}

/** `/Users/0199…c3a1` for a path with a long id, without its query. */
function shortPath(path: string): string {
  const [plain = ""] = path.split("?", 1);
  return plain.replace(/\/([0-9a-f]{4})[0-9a-f-]{28}([0-9a-f]{4})/i, "/$1…$2");
}
