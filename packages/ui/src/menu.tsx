"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn.tsx";

/** The look of everything that floats: menus, popovers, lists. */
export const layerStyles =
  "origin-[var(--transform-origin)] overflow-y-auto rounded-card border border-border bg-surface p-1 text-foreground shadow-layer outline-none transition-[opacity,transform] duration-120 data-[ending-style]:scale-98 data-[starting-style]:scale-98 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0";

const itemStyles =
  "flex min-h-8 cursor-default select-none items-center gap-2 rounded-md px-2 py-1.5 text-start text-sm outline-none data-[disabled]:text-muted-foreground data-[highlighted]:bg-muted max-sm:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0";

export interface MenuProps {
  /** The element that opens the menu: a Button or IconButton. */
  readonly trigger: ReactElement;
  readonly align?: "start" | "center" | "end";
  readonly side?: "top" | "bottom";
  readonly children: ReactNode;
  readonly className?: string;
}

/** A menu of actions under a button. */
export function Menu({ trigger, align = "end", side = "bottom", className, children }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={6} className="z-60 outline-none">
          <Base.Popup className={cn(layerStyles, "min-w-48 max-w-80", className)}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface MenuItemProps {
  readonly icon?: ReactNode;
  readonly onSelect?: () => void;
  readonly disabled?: boolean;
  /** Why it is disabled, or what it does. */
  readonly hint?: ReactNode;
  readonly danger?: boolean;
  /** Draws the item as this link. */
  readonly render?: ReactElement;
  readonly children: ReactNode;
}

export function MenuItem({ icon, onSelect, disabled, hint, danger, render, children }: MenuItemProps) {
  return (
    <Base.Item
      disabled={disabled ?? false}
      onClick={onSelect}
      {...(render ? { render } : {})}
      className={cn(itemStyles, "w-full", danger && !disabled && "text-bad")}
    >
      {icon}
      <span className="wrap-anywhere grid min-w-0">
        <span>{children}</span>
        {hint ? <span className="text-13 text-muted-foreground">{hint}</span> : null}
      </span>
    </Base.Item>
  );
}

export function MenuCheckboxItem({
  checked,
  onCheckedChange,
  disabled,
  children,
}: {
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Base.CheckboxItem
      checked={checked}
      disabled={disabled ?? false}
      onCheckedChange={(next) => onCheckedChange(next)}
      closeOnClick={false}
      className={itemStyles}
    >
      <span className="grid size-4 place-items-center">
        <Base.CheckboxItemIndicator>
          <Check aria-hidden className="text-primary" />
        </Base.CheckboxItemIndicator>
      </span>
      <span className="wrap-anywhere min-w-0">{children}</span>
    </Base.CheckboxItem>
  );
}

export interface MenuRadioOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon?: ReactNode;
}

export function MenuRadioGroup<V extends string>({
  label,
  value,
  onValueChange,
  options,
}: {
  readonly label: string;
  readonly value: V;
  readonly onValueChange: (value: V) => void;
  readonly options: readonly MenuRadioOption<V>[];
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-muted-foreground text-xs">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next: V) => onValueChange(next)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={itemStyles} closeOnClick>
            {option.icon}
            <span className="wrap-anywhere min-w-0 grow">{option.label}</span>
            <Base.RadioItemIndicator>
              <Check aria-hidden className="text-primary" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-border" />;
}

export function MenuHeading({ children }: { readonly children: ReactNode }) {
  return <div className="px-2 pt-1.5 pb-2 text-13">{children}</div>;
}
