"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { Command } from "cmdk";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.tsx";
import { CutText } from "./cut-text.tsx";
import { backdropStyles } from "./dialog.tsx";
import { keepTab } from "./keep-tab.tsx";

export interface CommandItem {
  readonly key: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** Shown whatever was typed: what carries the query in its own label. */
  readonly always?: boolean;
  readonly onSelect: () => void;
}

export interface CommandGroup {
  readonly key: string;
  readonly heading: string;
  readonly items: readonly CommandItem[];
}

export interface CommandDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly placeholder: string;
  readonly empty: string;
  readonly query: string;
  readonly onQueryChange: (query: string) => void;
  readonly groups: readonly CommandGroup[];
}

/** A palette of commands that is filtered by typing and walked by the arrow keys. */
export function CommandDialog(props: CommandDialogProps) {
  const { open, onOpenChange, title, placeholder, empty, query, onQueryChange, groups } = props;
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={backdropStyles} />
        <Base.Popup
          ref={keepTab}
          className={cn(
            "fixed inset-x-3 top-[12vh] z-50 mx-auto max-w-xl overflow-hidden rounded-dialog border border-border bg-surface text-foreground shadow-layer transition-[opacity,transform] duration-140 data-[ending-style]:scale-98 data-[starting-style]:scale-98 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0",
          )}
        >
          <Base.Title className="sr-only">{title}</Base.Title>
          <Command label={title} loop>
            <div className="flex items-center gap-3 border-border border-b px-4">
              <Search aria-hidden className="size-4 shrink-0 text-muted-foreground" />
              <Command.Input
                value={query}
                onValueChange={onQueryChange}
                placeholder={placeholder}
                className="h-12 w-full bg-transparent text-base outline-none md:text-sm"
              />
            </div>
            <Command.Empty className="px-3 py-8 text-center text-muted-foreground text-sm">
              {empty}
            </Command.Empty>
            <Command.List label={title} className="max-h-[min(22rem,60vh)] overflow-y-auto p-2">
              {groups.map((group) => (
                <Command.Group
                  key={group.key}
                  heading={group.heading}
                  className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-muted-foreground [&_[cmdk-group-heading]]:text-xs"
                >
                  {group.items.map((item) => (
                    <Command.Item
                      key={item.key}
                      value={item.always ? `${item.key} ${query}` : item.label}
                      onSelect={() => {
                        onOpenChange(false);
                        item.onSelect();
                      }}
                      className="flex min-h-9 cursor-default items-center gap-3 rounded-md px-2.5 py-1.5 text-sm data-[selected=true]:bg-muted max-sm:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground"
                    >
                      {item.icon}
                      <CutText className="grow">{item.label}</CutText>
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
