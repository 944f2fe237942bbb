"use client";

import { ConfirmDialog } from "@rollcall/ui/confirm-dialog";
import { Field } from "@rollcall/ui/field";
import { Select } from "@rollcall/ui/select";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { failureText } from "~/lib/failure-text.ts";
import { regenerationRisk } from "./regeneration-risk.ts";
import { OVERLAP_HOURS, type OverlapHours, type OverviewData } from "./schema.ts";
import type { TokenReveal } from "./use-token-reveal.ts";

export interface RegenerateDialogProps {
  readonly open: boolean;
  /** It was closed without a new token. */
  readonly onClose: () => void;
  readonly overview: OverviewData;
  readonly provider: string;
  readonly reveal: TokenReveal;
  /** The new token is ready to be shown. */
  readonly onDone: () => void;
}

/** Asks as hard as the evidence demands: one press for a token that never worked, a typed word for one in use. */
export function RegenerateDialog(props: RegenerateDialogProps) {
  const { open, onClose, overview, provider, reveal, onDone } = props;
  const t = useTranslations("provisioning.regenerate");
  const [hours, setHours] = useState<OverlapHours>(0);
  const lastUsedAt = overview.tokens.current?.lastUsedAt ?? null;
  const risk = regenerationRisk(overview, Date.now());
  const { state } = reveal;
  const regenerate = async () => {
    if (!(await reveal.regenerate(risk === "live" ? hours : 0))) return;
    setHours(0);
    onDone();
  };
  // An overlap is chosen anew each time, and an error belongs to its own try.
  const forget = () => {
    setHours(0);
    if (state.kind === "failed") reveal.clear();
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        if (next) return;
        forget();
        onClose();
      }}
      title={t("title")}
      confirmLabel={t("confirm")}
      danger={risk === "live"}
      busy={state.kind === "busy"}
      error={state.kind === "failed" ? t("failed", { reason: failureText(state.error) }) : null}
      onConfirm={regenerate}
      {...(risk === "live" ? { typed: t("word") } : {})}
    >
      {lastUsedAt === null ? (
        <p>{t("unused")}</p>
      ) : (
        <p>
          {t.rich(risk === "live" && hours > 0 ? "liveOverlap" : risk, {
            provider,
            hours,
            at: () => <TimeAgo at={lastUsedAt} />,
          })}
        </p>
      )}
      {risk === "live" ? <Overlap hours={hours} onChange={setHours} /> : null}
    </ConfirmDialog>
  );
}

function Overlap({ hours, onChange }: { hours: OverlapHours; onChange: (hours: OverlapHours) => void }) {
  const t = useTranslations("provisioning.regenerate");
  const options = OVERLAP_HOURS.map((value) => ({
    value: `h${value}` as const,
    label: t(`overlaps.h${value}`),
  }));
  return (
    <Field label={t("overlap")} hint={t("overlapHint")} className="text-foreground">
      <Select
        value={`h${hours}`}
        options={options}
        onValueChange={(value) => onChange(OVERLAP_HOURS.find((each) => `h${each}` === value) ?? 0)}
      />
    </Field>
  );
}
