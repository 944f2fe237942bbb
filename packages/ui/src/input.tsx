"use client";

import { Search, X } from "lucide-react";
import { type ComponentProps, useRef } from "react";
import { cn } from "./cn.tsx";
import { useLabels } from "./labels.tsx";

/** 16 px below 768 px, or iOS zooms the page when the field is focused. */
export const controlStyles =
  "w-full min-w-0 rounded-md border border-input bg-surface px-3 text-base text-foreground transition-colors duration-120 hover:border-muted-foreground md:text-sm aria-invalid:border-danger disabled:cursor-not-allowed disabled:border-border disabled:bg-muted disabled:text-muted-foreground read-only:bg-muted";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input {...props} className={cn(controlStyles, "h-9 max-sm:h-11", className)} />;
}

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return <textarea {...props} className={cn(controlStyles, "min-h-24 py-2", className)} />;
}

export interface SearchInputProps extends Omit<ComponentProps<"input">, "value" | "onChange" | "type"> {
  readonly label: string;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
}

/** A search field with a clear button; Escape clears it too. `data-search` lets the shell focus it on `/`. */
export function SearchInput({ label, value, onValueChange, className, ...props }: SearchInputProps) {
  const labels = useLabels();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={cn("relative w-full sm:w-62", className)}>
      <Search
        aria-hidden
        className="-translate-y-1/2 pointer-events-none absolute start-3 top-1/2 size-4 text-muted-foreground"
      />
      <input
        {...props}
        ref={input}
        type="search"
        data-search=""
        aria-label={label}
        placeholder={props.placeholder ?? label}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && value !== "") {
            event.stopPropagation();
            onValueChange("");
          }
        }}
        className={cn(
          controlStyles,
          "h-9 ps-9 max-sm:h-11 [&::-webkit-search-cancel-button]:appearance-none",
          value === "" ? "pe-3" : "pe-9",
        )}
      />
      {value === "" ? null : (
        <button
          type="button"
          aria-label={labels.clear}
          onClick={() => {
            onValueChange("");
            input.current?.focus();
          }}
          className="-translate-y-1/2 absolute end-1.5 top-1/2 grid size-7 place-items-center rounded-md text-muted-foreground hover:text-foreground"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </div>
  );
}
