"use client";

import { Section } from "@rollcall/ui/card";
import { cn } from "@rollcall/ui/cn";
import { Circle, CircleCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { OverviewData } from "./schema.ts";

interface FirstStep {
  readonly key: "sso" | "provisioning" | "sync";
  readonly done: boolean;
  readonly href?: string;
}

/** What a new organisation has before it: sign-in, provisioning, the first sync. Gone once the first person has come. */
export function FirstSteps({ overview, provider }: { overview: OverviewData; provider: string }) {
  const t = useTranslations("provisioning.first");
  const { connection, tokens, counts } = overview;
  if (counts.firstPersonAt !== null || connection.mode !== "scim") return null;
  const steps: readonly FirstStep[] = [
    { key: "sso", done: connection.sso, href: "/settings/security/sso" },
    { key: "provisioning", done: tokens.verifiedAt !== null },
    { key: "sync", done: false },
  ];
  return (
    <Section id="first-steps" title={t("title")}>
      <ol className="grid gap-2 sm:grid-cols-3">
        {steps.map((step) => (
          <Step key={step.key} step={step} provider={provider} />
        ))}
      </ol>
    </Section>
  );
}

function Step({ step, provider }: { readonly step: FirstStep; readonly provider: string }) {
  const t = useTranslations("provisioning.first");
  const Icon = step.done ? CircleCheck : Circle;
  const title = t(`${step.key}.title`, { provider });
  return (
    <li
      data-step={step.key}
      data-state={step.done ? "done" : "todo"}
      className="flex items-start gap-3 rounded-card border border-border bg-surface px-4 py-3"
    >
      <Icon
        aria-hidden
        className={cn("mt-0.5 size-4 shrink-0", step.done ? "text-ok" : "text-muted-foreground")}
      />
      <div className="grid min-w-0 gap-0.5">
        <p className="text-sm">
          {step.href && !step.done ? (
            <Link
              href={step.href}
              className="rounded-sm font-medium text-primary underline-offset-4 hover:underline"
            >
              {title}
            </Link>
          ) : (
            <span className="font-medium">{title}</span>
          )}{" "}
          <span className="sr-only">({t(step.done ? "done" : "todo")})</span>
        </p>
        <p className="text-13 text-muted-foreground">{t(`${step.key}.body`, { provider })}</p>
      </div>
    </li>
  );
}
