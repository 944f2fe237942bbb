"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { buttonStyles } from "./button.tsx";
import { cn } from "./cn.tsx";
import { CutText } from "./cut-text.tsx";
import { controlStyles } from "./input.tsx";
import { layerStyles } from "./menu.tsx";

export interface SearchOption {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export interface SearchSelectProps {
  /** What is chosen: the trigger's name. */
  readonly label: string;
  /** What stands on the trigger while nothing is chosen. */
  readonly placeholder: string;
  readonly searchLabel: string;
  /** What the search found; the owner asks the server. */
  readonly options: readonly SearchOption[];
  readonly value: SearchOption | null;
  readonly onValueChange: (value: SearchOption | null) => void;
  readonly onSearch: (text: string) => void;
  readonly empty: ReactNode;
  readonly className?: string;
}

const same = (a: SearchOption, b: SearchOption) => a.id === b.id;
const labelOf = (option: SearchOption) => option.label;

/** One choice of very many, found by typing. The server searches; the list shows what it found. */
export function SearchSelect(props: SearchSelectProps) {
  const { label, placeholder, searchLabel, options, value, onValueChange, onSearch, empty, className } =
    props;
  return (
    <Base.Root
      items={options}
      filter={null}
      value={value}
      onValueChange={(next: SearchOption | null) => onValueChange(next)}
      onInputValueChange={(text) => onSearch(text)}
      isItemEqualToValue={same}
      itemToStringLabel={labelOf}
    >
      <Base.Trigger
        aria-label={value === null ? `${label}: ${placeholder}` : `${label}: ${value.label}`}
        className={cn(
          buttonStyles({ variant: "secondary" }),
          "font-normal",
          value && "border-primary",
          className,
        )}
      >
        <span className="text-muted-foreground">{label}</span>
        <CutText className="max-w-40 font-medium">{value?.label ?? placeholder}</CutText>
        <ChevronDown aria-hidden className="text-muted-foreground" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner align="start" sideOffset={6} className="z-60 outline-none">
          <Base.Popup
            aria-label={label}
            className={cn(layerStyles, "grid w-72 max-w-[var(--available-width)] gap-1")}
          >
            <Base.Input
              aria-label={searchLabel}
              placeholder={searchLabel}
              className={cn(controlStyles, "h-9 max-sm:h-11")}
            />
            <Base.Empty className="px-2 py-3 text-13 text-muted-foreground empty:hidden">{empty}</Base.Empty>
            <Base.List className="max-h-72 overflow-y-auto outline-none">
              {(option: SearchOption) => <Option key={option.id} option={option} />}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Option({ option }: { readonly option: SearchOption }) {
  return (
    <Base.Item
      value={option}
      className="flex cursor-default select-none items-center gap-2 rounded-md px-2 py-1.5 text-sm outline-none data-[highlighted]:bg-muted max-sm:min-h-11"
    >
      <span className="grid size-4 shrink-0 place-items-center">
        <Base.ItemIndicator>
          <Check aria-hidden className="size-4 text-primary" />
        </Base.ItemIndicator>
      </span>
      <span className="grid min-w-0">
        <span className="wrap-anywhere">{option.label}</span>
        {option.hint ? (
          <span className="wrap-anywhere text-13 text-muted-foreground">{option.hint}</span>
        ) : null}
      </span>
    </Base.Item>
  );
}
