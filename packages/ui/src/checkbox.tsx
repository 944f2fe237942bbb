"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "./cn.tsx";

export interface CheckboxProps {
  readonly checked: boolean;
  readonly indeterminate?: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  /** The accessible name when there is no visible label. */
  readonly label?: string;
  /** A visible label. */
  readonly children?: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
  readonly className?: string;
}

/** A checkbox, alone (with `label`) or with a visible label and hint beside it. */
export function Checkbox({ label, children, hint, className, indeterminate, ...props }: CheckboxProps) {
  const id = useId();
  const box = (
    <Base.Root
      {...props}
      id={id}
      indeterminate={indeterminate ?? false}
      aria-label={label}
      aria-describedby={hint ? `${id}-hint` : undefined}
      onCheckedChange={(checked) => props.onCheckedChange(checked)}
      className="grid size-6 shrink-0 cursor-pointer place-items-center rounded-md data-[disabled]:cursor-not-allowed data-[checked]:[&>span]:border-primary data-[checked]:[&>span]:bg-primary data-[indeterminate]:[&>span]:border-primary data-[indeterminate]:[&>span]:bg-primary"
    >
      <span
        className={cn(
          "grid size-4 place-items-center rounded border border-input bg-surface text-on-primary",
          props.disabled && "border-border bg-muted",
        )}
      >
        <Base.Indicator className="grid place-items-center">
          {indeterminate ? (
            <Minus aria-hidden className="size-3" strokeWidth={3} />
          ) : (
            <Check aria-hidden className="size-3" strokeWidth={3} />
          )}
        </Base.Indicator>
      </span>
    </Base.Root>
  );
  if (!children) return box;
  return (
    <div className={cn("wrap-anywhere grid gap-0.5", className)}>
      <label htmlFor={id} className="flex cursor-pointer items-start gap-1.5 text-sm">
        {box}
        <span className="min-w-0 pt-0.5">{children}</span>
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="ps-7.5 text-13 text-muted-foreground">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
