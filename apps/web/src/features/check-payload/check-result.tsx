"use client";

import { Callout } from "@rollcall/ui/callout";
import { Card } from "@rollcall/ui/card";
import { CopyText } from "@rollcall/ui/copy-text";
import { StatusPill } from "@rollcall/ui/status-pill";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Layers } from "~/features/explain/layers.tsx";
import { StepList } from "~/features/explain/step-list.tsx";
import { CheckAnswer } from "./check-answer.tsx";
import { CheckEffects } from "./check-effects.tsx";
import { CheckReading } from "./check-reading.tsx";
import type { CheckData, CheckReply } from "./schema.ts";
import { useVerdict } from "./verdict.ts";

export interface CheckResultProps {
  readonly reply: CheckReply;
  /** Whether something else stands in the form by now. */
  readonly changed: boolean;
}

/** What would come of the payload: the five steps, then each in full. */
export function CheckResult({ reply: { provider, check }, changed }: CheckResultProps) {
  const t = useTranslations("check.result");
  const heading = useId();
  const verdict = useVerdict()(check);
  const steps = check.steps.map((step) => ({ ...step, title: t(`steps.${step.name}`) }));
  const { likely, fixes, facts, effects, code } = check;
  return (
    <Card aria-labelledby={heading} className="grid grid-cols-[minmax(0,1fr)] gap-6 p-4 sm:p-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id={heading} className="font-semibold text-sm">
          {t("title")}
        </h3>
        <StatusPill status={verdict.status}>{verdict.text}</StatusPill>
      </div>
      {changed ? <p className="text-13 text-muted-foreground">{t("changed")}</p> : null}
      {check.paused ? <Callout status="off">{t("paused")}</Callout> : null}
      <StepList label={t("stepsLabel")} steps={steps} />
      {code ? <Layers provider={provider} received={facts} likely={likely} steps={fixes} /> : null}
      {check.suggestion ? (
        <p className="flex items-center gap-2 text-13">
          {t("suggestion")} <CopyText small name={t("suggestion")} text={check.suggestion} />
        </p>
      ) : null}
      <Part title={t("reading")}>
        <CheckReading reading={check.reading} />
      </Part>
      <Match match={check.match} />
      {effects ? (
        <Part title={t("steps.changes")}>
          <CheckEffects effects={effects} />
        </Part>
      ) : null}
      <Part title={t("steps.answer")}>
        <CheckAnswer answer={check.answer} />
      </Part>
    </Card>
  );
}

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h4 className="font-medium text-sm">{title}</h4>
      {children}
    </section>
  );
}

/** Who is here already, with the page. What is new has none. */
function Match({ match }: { readonly match: CheckData["match"] }) {
  const t = useTranslations("check.result");
  if (!match?.known) return null;
  return (
    <Part title={t("steps.matched")}>
      <p className="wrap-anywhere text-13">
        <Link href={match.known.href} className="tap text-primary underline underline-offset-4">
          {match.known.label}
        </Link>{" "}
        {t(`matches.${match.kind}`)}
      </p>
    </Part>
  );
}
