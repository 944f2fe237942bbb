import type { Provider } from "@rollcall/directory/explain/provider";
import { type ReasonCode, stepsFor } from "@rollcall/directory/explain/reason";
import { Section } from "@rollcall/ui/card";
import { PageHeader } from "@rollcall/ui/page-header";
import { useTranslations } from "next-intl";
import { anchorOf, CHAPTERS, reasonsOf } from "./chapters.ts";

/** Every reason with its likely cause and what to do, in the labels of this tenant's identity provider. */
export function Troubleshooting({ provider }: { readonly provider: Provider }) {
  const t = useTranslations("explain.help");
  return (
    <div className="grid max-w-3xl gap-10">
      <PageHeader title={t("title")} description={t("introduction")} />
      <Contents />
      {CHAPTERS.map((chapter) => (
        <Section key={chapter} id={chapter} title={t(`chapters.${chapter}`)}>
          <div className="grid gap-3">
            {reasonsOf(chapter).map((code) => (
              <Entry key={code} code={code} provider={provider} />
            ))}
          </div>
        </Section>
      ))}
    </div>
  );
}

function Contents() {
  const t = useTranslations("explain.help");
  return (
    <nav aria-label={t("contents")} className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
      {CHAPTERS.map((chapter) => (
        <a
          key={chapter}
          href={`#${chapter}`}
          className="inline-flex min-h-6 items-center text-primary underline-offset-4 hover:underline"
        >
          {t(`chapters.${chapter}`)}
        </a>
      ))}
    </nav>
  );
}

function Entry({ code, provider }: { readonly code: ReasonCode; readonly provider: Provider }) {
  const t = useTranslations("explain");
  const values = { provider: provider.name };
  return (
    <article
      id={anchorOf(code)}
      className="grid scroll-mt-20 gap-3 rounded-card border border-border bg-surface p-4 target:border-primary sm:p-5"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-medium text-sm">{t(`reasons.${code}.title`)}</h3>
        <code className="break-all font-mono text-muted-foreground text-xs">{code}</code>
      </div>
      <dl className="grid gap-x-4 gap-y-2 text-13 sm:grid-cols-[6.5rem_1fr]">
        <dt className="text-muted-foreground">{t("layers.received")}</dt>
        <dd>{t(`reasons.${code}.meaning`, values)}</dd>
        <dt className="text-muted-foreground">{t("layers.likely")}</dt>
        <dd>{t(`reasons.${code}.cause`, values)}</dd>
        <dt className="text-muted-foreground">{t("layers.steps", values)}</dt>
        <dd>
          <ol className="grid list-decimal gap-1 ps-4 marker:text-muted-foreground">
            {stepsFor(code, provider).map((step) => (
              <li key={step.id}>{t(step.id, values)}</li>
            ))}
          </ol>
        </dd>
      </dl>
    </article>
  );
}
