"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SentenceData } from "./sentence-schema.ts";
import { Facts, Sentence, Steps } from "./sentences.tsx";

export interface LayersProps {
  readonly provider: string;
  readonly received: readonly SentenceData[];
  readonly likely: SentenceData | null;
  readonly steps: readonly SentenceData[];
}

/** Received (fact), Likely cause (inference), In <provider> (what to check): never one dressed as another. */
export function Layers({ provider, received, likely, steps }: LayersProps) {
  const t = useTranslations("explain.layers");
  return (
    <dl className="grid gap-x-4 gap-y-2.5 text-13 sm:grid-cols-[6.5rem_1fr]">
      <Layer name={t("received")}>
        <Facts facts={received} />
      </Layer>
      {likely ? (
        <Layer name={t("likely")}>
          <Sentence of={likely} />
        </Layer>
      ) : null}
      {steps.length > 0 ? (
        <Layer name={t("steps", { provider })}>
          <Steps steps={steps} />
        </Layer>
      ) : null}
    </dl>
  );
}

function Layer({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-0.5 sm:col-span-2 sm:grid-cols-subgrid">
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="wrap-anywhere min-w-0">{children}</dd>
    </div>
  );
}
