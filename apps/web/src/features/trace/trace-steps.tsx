"use client";

import { cn } from "@rollcall/ui/cn";
import { CircleCheck, CircleX, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Sentence } from "~/features/explain/sentences.tsx";
import type { TraceData } from "./schema.ts";

const icons = { ok: CircleCheck, failed: CircleX, unreached: Minus } as const;
const colours = { ok: "text-ok", failed: "text-bad", unreached: "text-muted-foreground" } as const;

/** The five steps from the identity provider to a team, each passed, failed or not reached. */
export function TraceSteps({ steps }: { readonly steps: TraceData["steps"] }) {
  const t = useTranslations("explain.trace");
  return (
    <ol aria-label={t("stepsLabel")} className="grid rounded-md border border-border">
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
            <span className="w-36 font-medium">{t(`steps.${step.name}.title`)}</span>
            <span className={cn("flex min-w-0 items-center gap-1.5", colours[step.state])}>
              <Icon aria-hidden className="size-4 shrink-0" />
              <span className="sr-only">{t(`state.${step.state}`)}</span>
              <span className="min-w-0 break-words">
                <Sentence of={step.sentence} />
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
