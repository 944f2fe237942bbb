"use client";

import { FindingCard, type FindingLayer } from "@rollcall/ui/finding-card";
import { useTranslations } from "next-intl";
import { Facts, Sentence, Steps } from "~/features/explain/sentences.tsx";
import { FindingActions } from "./finding-actions.tsx";
import { FindingSeen } from "./finding-seen.tsx";
import { FindingSubjects } from "./finding-subjects.tsx";
import type { FindingData } from "./schema.ts";

/** The anchor of a finding on the page: what links point at. */
export function findingAnchor(key: string): string {
  return `finding-${key.replace(/[^a-z0-9]+/gi, "-")}`;
}

export interface FindingItemProps {
  readonly finding: FindingData;
  readonly provider: string;
  /** 2 right under the title of the page. */
  readonly level?: 2 | 3;
}

/** A finding in its three layers, with what the console offers; or, once over, how it ended. */
export function FindingItem({ finding, provider, level = 3 }: FindingItemProps) {
  const t = useTranslations("explain");
  const over = finding.resolvedAt !== null;
  return (
    <FindingCard
      id={findingAnchor(finding.key)}
      level={level}
      status={over ? "ok" : finding.severity}
      title={<Sentence of={finding.title} />}
      meta={<FindingSeen finding={finding} />}
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
          <FindingSubjects finding={finding} />
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
