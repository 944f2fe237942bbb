"use client";

import { Button } from "@rollcall/ui/button";
import { CopyButton } from "@rollcall/ui/copy-button";
import { FindingCard, type FindingLayer } from "@rollcall/ui/finding-card";
import { TimeAgo } from "@rollcall/ui/time-ago";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Facts, Sentence, Steps } from "~/features/explain/sentences.tsx";
import { useConsole } from "~/features/shell/console-context.tsx";
import { useDismissFinding } from "./queries.ts";
import type { FindingData } from "./schema.ts";

/** The anchor of a finding on the page: what links point at. */
export function findingAnchor(key: string): string {
  return `finding-${key.replace(/[^a-z0-9]+/gi, "-")}`;
}

/** A finding in its three layers, with what the console offers; or, once over, how it ended. */
export function FindingItem({ finding, provider }: { finding: FindingData; provider: string }) {
  const t = useTranslations("explain");
  const over = finding.resolvedAt !== null;
  return (
    <FindingCard
      id={findingAnchor(finding.key)}
      status={over ? "ok" : finding.severity}
      title={<Sentence of={finding.title} />}
      meta={
        <>
          {t("finding.seen", { count: finding.count })} <TimeAgo at={finding.lastAt} />
        </>
      }
      layers={over ? endOf(finding, t("finding.now")) : layersOf(finding, t, provider)}
      actions={<FindingActions finding={finding} />}
    />
  );
}

function endOf(finding: FindingData, name: string): FindingLayer[] {
  return finding.resolution ? [{ key: "now", name, content: <Sentence of={finding.resolution} /> }] : [];
}

function layersOf(
  finding: FindingData,
  t: ReturnType<typeof useTranslations>,
  provider: string,
): FindingLayer[] {
  const layers: FindingLayer[] = [
    {
      key: "received",
      name: t("layers.received"),
      content: (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
          <Facts facts={finding.received} />
          <Subjects finding={finding} />
        </div>
      ),
    },
  ];
  if (finding.likely) {
    layers.push({ key: "likely", name: t("layers.likely"), content: <Sentence of={finding.likely} /> });
  }
  layers.push({
    key: "steps",
    name: t("layers.steps", { provider }),
    content: <Steps steps={finding.steps} />,
  });
  return layers;
}

const NAMED = 5;

function Subjects({ finding }: { finding: FindingData }) {
  const t = useTranslations("explain");
  const { subjects } = finding;
  const suggested = subjects.filter((subject) => subject.suggestion !== null);
  if (subjects.length < 2 && suggested.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {subjects.slice(0, NAMED).map((subject) => (
        <li
          key={subject.label + subject.eventId}
          className="flex max-w-full items-center gap-1 rounded-md border border-border px-2 py-0.5"
        >
          <span className="truncate">{subject.label}</span>
          {subject.suggestion ? (
            <>
              <span aria-hidden>→</span>
              <code className="truncate font-mono text-xs">{subject.suggestion}</code>
              <CopyButton small name={t("finding.suggestion")} text={subject.suggestion} />
            </>
          ) : null}
        </li>
      ))}
      {subjects.length > NAMED ? (
        <li className="px-1 py-0.5 text-muted-foreground">
          {t("finding.more", { count: finding.count - NAMED })}
        </li>
      ) : null}
    </ul>
  );
}

function FindingActions({ finding }: { finding: FindingData }) {
  const t = useTranslations("explain");
  const { may } = useConsole();
  const dismiss = useDismissFinding();
  return (
    <>
      {finding.resolvedAt === null
        ? finding.actions.map((action) => (
            <Button key={action.kind} size="sm" render={<Link href={action.href} />}>
              {t(`actions.${action.kind}`)}
            </Button>
          ))
        : null}
      {may("provisioning.manage") ? (
        <Button
          size="sm"
          variant="ghost"
          busy={dismiss.isPending}
          onClick={() => dismiss.mutate(finding.key)}
        >
          {t("finding.dismiss")}
        </Button>
      ) : null}
    </>
  );
}
