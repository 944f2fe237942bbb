"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.tsx";
import { CutText } from "./cut-text.tsx";
import { layerStyles } from "./menu.tsx";

export interface SelectOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: ReactNode;
}

export interface SelectProps<V extends string> {
  readonly value: V;
  readonly onValueChange: (value: V) => void;
  readonly options: readonly SelectOption<V>[];
  readonly id?: string;
  /** The accessible name when no `<label>` points here. */
  readonly label?: string;
  readonly disabled?: boolean;
  readonly size?: "sm" | "md";
  readonly className?: string;
  readonly "aria-describedby"?: string | undefined;
  readonly "aria-invalid"?: boolean | undefined;
}

/** One choice from a short list. */
export function Select<V extends string>({
  value,
  onValueChange,
  options,
  label,
  size = "md",
  className,
  disabled,
  ...control
}: SelectProps<V>) {
  const current = options.find((option) => option.value === value);
  return (
    <Base.Root
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        if (next !== null) onValueChange(next);
      }}
    >
      <Base.Trigger
        {...control}
        aria-label={label}
        className={cn(
          "inline-flex w-full items-center justify-between gap-2 rounded-md border border-input bg-surface px-3 text-start text-sm transition-colors duration-120 hover:border-muted-foreground data-[disabled]:cursor-not-allowed data-[disabled]:bg-muted data-[disabled]:text-muted-foreground",
          size === "sm" ? "h-8 px-2.5 text-13" : "h-9 max-sm:h-11",
          className,
        )}
      >
        <span className="flex min-w-0 items-center gap-2">
          {current?.icon}
          <CutText>{current?.label ?? value}</CutText>
        </span>
        <Base.Icon className="text-muted-foreground">
          <ChevronDown aria-hidden className="size-4" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={6} alignItemWithTrigger={false} className="z-60 outline-none">
          <Base.Popup
            className={cn(layerStyles, "max-h-80 min-w-[var(--anchor-width)] max-w-[var(--available-width)]")}
          >
            <Base.List>
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  className="flex cursor-default select-none items-start gap-2 rounded-md py-1.5 ps-2 pe-3 text-sm outline-none data-[highlighted]:bg-muted max-sm:py-2.5"
                >
                  <span className="mt-0.5 grid size-4 shrink-0 place-items-center">
                    <Base.ItemIndicator>
                      <Check aria-hidden className="size-4 text-primary" />
                    </Base.ItemIndicator>
                  </span>
                  {option.icon}
                  <span className="wrap-anywhere grid min-w-0">
                    <Base.ItemText>{option.label}</Base.ItemText>
                    {option.hint ? (
                      <span className="text-13 text-muted-foreground">{option.hint}</span>
                    ) : null}
                  </span>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
