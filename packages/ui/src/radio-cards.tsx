"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { type ReactNode, useId } from "react";

export interface RadioCard<V extends string> {
  readonly value: V;
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly disabled?: boolean;
}

export interface RadioCardsProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly RadioCard<V>[];
  readonly onValueChange: (value: V) => void;
  readonly disabled?: boolean;
}

/** One of a few, each explained. */
export function RadioCards<V extends string>(props: RadioCardsProps<V>) {
  const { label, value, options, onValueChange, disabled } = props;
  const id = useId();
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      disabled={disabled ?? false}
      onValueChange={(next: V) => onValueChange(next)}
      className="grid gap-2"
    >
      {options.map((option) => (
        <label
          key={option.value}
          htmlFor={`${id}-${option.value}`}
          className="flex cursor-pointer items-start gap-3 rounded-card border border-border bg-surface p-4 transition-colors duration-120 hover:border-input has-data-[checked]:border-primary has-data-[disabled]:cursor-not-allowed has-data-[disabled]:bg-canvas"
        >
          <Radio.Root
            id={`${id}-${option.value}`}
            value={option.value}
            disabled={option.disabled ?? false}
            className="mt-0.5 grid size-4.5 shrink-0 place-items-center rounded-full border border-input bg-surface data-[checked]:border-primary"
          >
            <Radio.Indicator className="block size-2.5 rounded-full bg-primary" />
          </Radio.Root>
          <span className="wrap-anywhere grid min-w-0 gap-0.5">
            <span className="font-medium text-sm">{option.title}</span>
            {option.description ? (
              <span className="text-13 text-muted-foreground">{option.description}</span>
            ) : null}
          </span>
        </label>
      ))}
    </RadioGroup>
  );
}
