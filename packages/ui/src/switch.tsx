"use client";

import { Switch as Base } from "@base-ui/react/switch";
import { cn } from "./cn.tsx";
import { Spinner } from "./spinner.tsx";

export interface SwitchProps {
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  /** Accessible name; pass `labelledBy` instead when a visible label exists. */
  readonly label?: string;
  readonly labelledBy?: string;
  readonly describedBy?: string | undefined;
  /** Visible words beside the switch, because colour and place alone say too little. */
  readonly words?: { readonly on: string; readonly off: string };
  /** The server has not answered yet: the switch stays where it is and takes no presses. */
  readonly pending?: boolean;
  readonly disabled?: boolean;
}

/** An on/off switch that moves only when its owner says so. */
export function Switch({
  checked,
  onCheckedChange,
  label,
  labelledBy,
  describedBy,
  words,
  pending,
  disabled,
}: SwitchProps) {
  return (
    <span className="inline-flex items-center gap-2">
      {pending ? <Spinner className="text-muted-foreground" /> : null}
      {words ? (
        <span aria-hidden className="min-w-6 text-end text-13 text-muted-foreground">
          {checked ? words.on : words.off}
        </span>
      ) : null}
      <Base.Root
        checked={checked}
        readOnly={pending}
        disabled={disabled}
        onCheckedChange={(next) => onCheckedChange(next)}
        aria-label={label}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-busy={pending || undefined}
        className={cn(
          "relative inline-flex h-6 w-10 shrink-0 cursor-pointer items-center rounded-full border border-input bg-muted p-0.5 transition-colors duration-150",
          "data-[checked]:border-primary data-[checked]:bg-primary data-[disabled]:cursor-not-allowed data-[disabled]:opacity-60 data-[readonly]:cursor-wait",
        )}
      >
        <Base.Thumb className="block size-4.5 rounded-full bg-input transition-transform duration-150 data-[checked]:translate-x-4 data-[checked]:bg-on-primary rtl:data-[checked]:-translate-x-4" />
      </Base.Root>
    </span>
  );
}
