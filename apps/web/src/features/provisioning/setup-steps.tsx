"use client";

import { Button } from "@rollcall/ui/button";
import { Card, Section } from "@rollcall/ui/card";
import { cn } from "@rollcall/ui/cn";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { useMoment } from "@rollcall/ui/use-now";
import { Circle, CircleCheck, CircleDot } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ProviderWords } from "./provider-words.ts";
import type { OverviewData } from "./schema.ts";

/** How long the ticked list stays after its last step. */
const DONE_VISIBLE_MS = 10 * 60_000;

interface Step {
  readonly key: string;
  readonly title: string;
  readonly hint: string;
  readonly doneAt: string | null;
}

export interface SetupStepsProps {
  readonly overview: OverviewData;
  readonly provider: ProviderWords;
  readonly onViewConfig: () => void;
}

/** The way from nothing to people and teams; traffic ticks the steps. Gone once it has been walked. */
export function SetupSteps({ overview, provider, onViewConfig }: SetupStepsProps) {
  const t = useTranslations("provisioning.setup");
  const now = useMoment();
  const steps = useSteps(overview, provider);
  const next = steps.find((step) => step.doneAt === null);
  const last = Math.max(...steps.map((step) => (step.doneAt ? Date.parse(step.doneAt) : 0)));
  if (!overview.connection.enabled) return null;
  if (!next && now - last > DONE_VISIBLE_MS) return null;
  const done = steps.filter((step) => step.doneAt !== null).length;
  return (
    <Section id="setup" title={t("title")} description={t("description")}>
      <Card>
        <details open className="group">
          <summary className="cursor-pointer rounded-card px-4 py-2.5 text-13 text-muted-foreground tabular-nums group-open:border-border group-open:border-b sm:px-5">
            {t("progress", { done, total: steps.length })}
          </summary>
          <ol className="grid">
            {steps.map((step) => (
              <StepRow
                key={step.key}
                step={step}
                isNext={step === next}
                onViewConfig={step.key === "token" || step.key === "verified" ? onViewConfig : undefined}
              />
            ))}
          </ol>
        </details>
      </Card>
    </Section>
  );
}

function useSteps({ tokens, counts }: OverviewData, provider: ProviderWords): Step[] {
  const t = useTranslations("provisioning.setup");
  return [
    {
      key: "token",
      title: t("token"),
      hint: t("tokenHint"),
      doneAt: earlier(tokens.verifiedAt, tokens.current?.createdAt ?? null),
    },
    {
      key: "verified",
      title: t("verified", { provider: provider.name }),
      hint: provider.where,
      doneAt: tokens.verifiedAt,
    },
    {
      key: "person",
      title: t("person"),
      hint: t("personHint", { voice: provider.voice }),
      doneAt: counts.firstPersonAt,
    },
    { key: "team", title: t("team"), hint: t("teamHint"), doneAt: counts.firstTeamAt },
  ];
}

/** A token that was accepted had been generated before, whatever the age of the current one. */
function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return Date.parse(a) < Date.parse(b) ? a : b;
}

interface StepRowProps {
  readonly step: Step;
  readonly isNext: boolean;
  readonly onViewConfig: (() => void) | undefined;
}

function StepRow({ step, isNext, onViewConfig }: StepRowProps) {
  const row = useTranslations("provisioning.row");
  const t = useTranslations("provisioning.setup");
  const state = step.doneAt ? "done" : isNext ? "next" : "todo";
  const Icon = { done: CircleCheck, next: CircleDot, todo: Circle }[state];
  return (
    <li
      data-step={step.key}
      data-state={state}
      className="flex items-start gap-3 border-border border-b px-4 py-3 last:border-b-0 sm:px-5"
    >
      <Icon
        aria-hidden
        className={cn(
          "mt-0.5 size-4 shrink-0",
          { done: "text-ok", next: "text-waiting", todo: "text-muted-foreground" }[state],
        )}
      />
      <div className="grid min-w-0 grow gap-0.5">
        <p className={cn("text-sm", isNext && "font-medium", state === "done" && "text-muted-foreground")}>
          {step.title} <span className="sr-only">({t(state)})</span>
        </p>
        {isNext ? <p className="text-13 text-muted-foreground">{step.hint}</p> : null}
      </div>
      {isNext && onViewConfig ? (
        <Button size="sm" onClick={onViewConfig}>
          {row("viewConfig")}
        </Button>
      ) : null}
      {step.doneAt ? <TimeAgo at={step.doneAt} className="text-13 text-muted-foreground" /> : null}
    </li>
  );
}
