"use client";

import { ChevronDown, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { cn } from "./cn.tsx";
import { CutText } from "./cut-text.tsx";
import { useLabels } from "./labels.tsx";
import { Menu, MenuCheckboxItem, MenuRadioGroup, type MenuRadioOption } from "./menu.tsx";

/** Search and filters above a table, in one row that wraps; `end` stands at the other side of its last line. */
export function FilterBar({ children, end }: { readonly children: ReactNode; readonly end?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      {children}
      {end ? <div className="ms-auto flex items-center gap-2">{end}</div> : null}
    </div>
  );
}

const filterStyles = "font-normal";

function FilterButton({
  label,
  value,
  set,
  ...props
}: { readonly label: string; readonly value: string; readonly set: boolean } & Record<string, unknown>) {
  return (
    <Button {...props} className={cn(filterStyles, set && "border-primary")}>
      <span className="text-muted-foreground">{label}</span>
      <CutText className="max-w-40 font-medium">{value}</CutText>
      <ChevronDown aria-hidden className="text-muted-foreground" />
    </Button>
  );
}

export interface FilterChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly MenuRadioOption<V>[];
  /** The value that filters nothing. */
  readonly neutral: V;
  readonly onValueChange: (value: V) => void;
}

/** A filter of which one value holds. */
export function FilterChoice<V extends string>(props: FilterChoiceProps<V>) {
  const { label, value, options, neutral, onValueChange } = props;
  const current = options.find((option) => option.value === value)?.label ?? value;
  return (
    <Menu align="start" trigger={<FilterButton label={label} value={current} set={value !== neutral} />}>
      <MenuRadioGroup label={label} value={value} options={options} onValueChange={onValueChange} />
    </Menu>
  );
}

export interface FilterManyProps<V extends string> {
  readonly label: string;
  readonly values: readonly V[];
  readonly options: readonly MenuRadioOption<V>[];
  /** What stands on the button when nothing is chosen: "Any". */
  readonly anyLabel: string;
  readonly onValuesChange: (values: V[]) => void;
}

/** A filter of which several values may hold. */
export function FilterMany<V extends string>(props: FilterManyProps<V>) {
  const { label, values, options, anyLabel, onValuesChange } = props;
  const { locale } = useLabels();
  const chosen = options.filter((option) => values.includes(option.value));
  const text = chosen.length === 0 ? anyLabel : listed(chosen, locale);
  return (
    <Menu align="start" trigger={<FilterButton label={label} value={text} set={chosen.length > 0} />}>
      {options.map((option) => (
        <MenuCheckboxItem
          key={option.value}
          checked={values.includes(option.value)}
          onCheckedChange={(checked) =>
            onValuesChange(
              options
                .map((each) => each.value)
                .filter((each) => (each === option.value ? checked : values.includes(each))),
            )
          }
        >
          {option.label}
        </MenuCheckboxItem>
      ))}
    </Menu>
  );
}

function listed(options: readonly { readonly label: string }[], locale: string): string {
  return new Intl.ListFormat(locale, { type: "unit" }).format(options.map(({ label }) => label));
}

/** Takes all filters away at once. */
export function ClearFilters({ label, onClear }: { readonly label: string; readonly onClear: () => void }) {
  return (
    <Button variant="ghost" onClick={onClear}>
      <X aria-hidden />
      {label}
    </Button>
  );
}

export interface Preset<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly count?: ReactNode;
}

/** Ready-made filters as chips, one pressed at a time. */
export function Presets<V extends string>({
  label,
  value,
  presets,
  onValueChange,
}: {
  readonly label: string;
  readonly value: V;
  readonly presets: readonly Preset<V>[];
  readonly onValueChange: (value: V) => void;
}) {
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">{label}</legend>
      {presets.map((preset) => (
        <button
          key={preset.value}
          type="button"
          aria-pressed={preset.value === value}
          onClick={() => onValueChange(preset.value)}
          className="inline-flex h-8 items-center gap-1.5 rounded-full border border-border bg-surface px-3 text-13 text-muted-foreground transition-colors duration-120 hover:text-foreground aria-pressed:border-foreground aria-pressed:bg-foreground aria-pressed:text-background max-sm:h-10"
        >
          {preset.label}
          {preset.count === undefined ? null : <span className="tabular-nums">{preset.count}</span>}
        </button>
      ))}
    </fieldset>
  );
}
