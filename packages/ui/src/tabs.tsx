"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactElement, ReactNode } from "react";
import { cloneElement, useEffect, useRef } from "react";
import { cn } from "./cn.tsx";

const listStyles = "flex gap-5 overflow-x-auto border-border border-b";
const tabStyles =
  "relative -mb-px inline-flex h-10 shrink-0 items-center gap-2 border-transparent border-b-2 text-muted-foreground text-sm transition-colors duration-120 hover:text-foreground";
const activeStyles = "border-foreground font-medium text-foreground";

export interface TabItem {
  readonly value: string;
  readonly label: ReactNode;
  readonly panel: ReactNode;
}

/** Tabs that swap panels on one page. */
export function Tabs({
  label,
  items,
  value,
  onValueChange,
}: {
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly value: string;
  readonly onValueChange: (value: string) => void;
}) {
  return (
    <Base.Root value={value} onValueChange={(next: string) => onValueChange(next)}>
      <Base.List aria-label={label} className={listStyles}>
        {items.map((item) => (
          <Base.Tab
            key={item.value}
            value={item.value}
            className={cn(tabStyles, "data-[active]:border-foreground data-[active]:text-foreground")}
          >
            {item.label}
          </Base.Tab>
        ))}
      </Base.List>
      {items.map((item) => (
        <Base.Panel key={item.value} value={item.value} className="pt-6">
          {item.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}

export interface LinkTab {
  /** The link; `aria-current` and classes are added. */
  readonly link: ReactElement<{
    className?: string;
    "aria-current"?: "page" | undefined;
    children?: ReactNode;
  }>;
  readonly active: boolean;
}

/** Tabs that are links to sibling pages. Where they are too many for the width, the present one is in sight. */
export function LinkTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly LinkTab[] }) {
  const list = useRef<HTMLElement>(null);
  const active = tabs.findIndex((tab) => tab.active);
  useEffect(() => scrollToTab(list.current, active), [active]);
  return (
    <nav ref={list} aria-label={label} className={listStyles}>
      {tabs.map((tab, index) =>
        cloneElement(tab.link, {
          key: tab.link.key ?? index,
          className: cn(tabStyles, tab.active && activeStyles),
          "aria-current": tab.active ? "page" : undefined,
        }),
      )}
    </nav>
  );
}

function scrollToTab(list: HTMLElement | null, index: number): void {
  const tab = list?.children[index];
  if (!list || !tab) return;
  const [room, box] = [list.getBoundingClientRect(), tab.getBoundingClientRect()];
  if (box.right > room.right) list.scrollLeft += box.right - room.right;
  else if (box.left < room.left) list.scrollLeft -= room.left - box.left;
}
