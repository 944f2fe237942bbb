"use client";

import { useTranslations } from "next-intl";
import { StepList } from "~/features/explain/step-list.tsx";
import type { TraceData } from "./schema.ts";

/** The five steps from the identity provider to a team, each passed, failed or not reached. */
export function TraceSteps({ steps }: { readonly steps: TraceData["steps"] }) {
  const t = useTranslations("explain.trace");
  const titled = steps.map((step) => ({ ...step, title: t(`steps.${step.name}.title`) }));
  return <StepList label={t("stepsLabel")} steps={titled} />;
}
