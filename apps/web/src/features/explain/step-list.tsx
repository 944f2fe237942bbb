"use client";

import { cn } from "@rollcall/ui/cn";
import { CircleCheck, CircleX, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SentenceData } from "./sentence-schema.ts";
import { Sentence } from "./sentences.tsx";

const icons = { ok: CircleCheck, failed: CircleX, unreached: Minus } as const;
const colours = { ok: "text-ok", failed: "text-bad", unreached: "text-muted-foreground" } as const;

export interface ListedStep {
  readonly name: string;
  readonly title: string;
  readonly state: keyof typeof icons;
  readonly sentence: SentenceData;
}

/** The steps of a way, in order, each passed, failed or not reached. */
export function StepList({
  label,
  steps,
}: {
  readonly label: string;
  readonly steps: readonly ListedStep[];
}) {
  const t = useTranslations("explain.trace.state");
  return (
    <ol aria-label={label} className="grid rounded-md border border-border">
      {steps.map((step, index) => {
        const Icon = icons[step.state];
        return (
          <li
            key={step.name}
            data-step={step.name}
            data-state={step.state}
            className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-border border-b px-3 py-2 text-13 last:border-b-0"
          >
            <span className="w-4 text-muted-foreground tabular-nums">{index + 1}</span>
            <span className="w-36 font-medium">{step.title}</span>
            <span className={cn("flex min-w-0 items-center gap-1.5", colours[step.state])}>
              <Icon aria-hidden className="size-4 shrink-0" />
              <span className="sr-only">{t(step.state)}</span>
              <span className="min-w-0">
                <Sentence of={step.sentence} />
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
