"use client";

import { Input } from "@rollcall/ui/input";
import { useZone } from "@rollcall/ui/use-zone";
import { useTranslations } from "next-intl";
import { useId } from "react";

interface Span {
  readonly from: Date | null;
  readonly to: Date | null;
}

/** Between two moments in the reader's zone; the address holds them in UTC. */
export function CustomRange({ from, to, onChange }: Span & { readonly onChange: (span: Span) => void }) {
  const t = useTranslations("activity.filters");
  return (
    <div className="flex flex-wrap gap-3">
      <Moment label={t("from")} value={from} onChange={(moment) => onChange({ from: moment, to })} />
      <Moment label={t("to")} value={to} onChange={(moment) => onChange({ from, to: moment })} />
    </div>
  );
}

interface MomentProps {
  readonly label: string;
  readonly value: Date | null;
  readonly onChange: (moment: Date | null) => void;
}

function Moment({ label, value, onChange }: MomentProps) {
  const id = useId();
  const zone = useZone(value?.getTime());
  return (
    <div className="flex items-center gap-2 text-13">
      <label htmlFor={id} className="text-muted-foreground">
        {label}
      </label>
      <Input
        id={id}
        type="datetime-local"
        aria-describedby={`${id}-zone`}
        value={value ? localText(value) : ""}
        onChange={(event) => onChange(event.target.value ? new Date(event.target.value) : null)}
      />
      <span id={`${id}-zone`} className="text-muted-foreground">
        {zone}
      </span>
    </div>
  );
}

/** The form that a field of local time takes: no zone. */
function localText(moment: Date): string {
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
