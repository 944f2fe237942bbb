import type { ReactNode } from "react";
import { cn } from "./cn.tsx";
import { type Status, statusIcons, statusText } from "./status-pill.tsx";

export interface TimelineItem {
  readonly key: string;
  readonly status: Status;
  readonly title: ReactNode;
  readonly body?: ReactNode;
  readonly time: ReactNode;
}

/** What happened, newest first. */
export function Timeline({
  items,
  label,
}: {
  readonly items: readonly TimelineItem[];
  readonly label: string;
}) {
  return (
    <ol aria-label={label} className="grid">
      {items.map((item, index) => {
        const Icon = statusIcons[item.status];
        return (
          <li key={item.key} className="relative flex gap-3 pb-5 last:pb-0">
            {index < items.length - 1 ? (
              <span aria-hidden className="absolute start-2 top-5 bottom-0 w-px bg-border" />
            ) : null}
            <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", statusText[item.status])} />
            <div className="flex min-w-0 grow flex-wrap items-start justify-between gap-x-4 gap-y-0.5">
              <div className="grid min-w-0 gap-0.5">
                <div className="wrap-anywhere text-sm">{item.title}</div>
                {item.body ? (
                  <div className="wrap-anywhere text-13 text-muted-foreground">{item.body}</div>
                ) : null}
              </div>
              <div className="text-13 text-muted-foreground">{item.time}</div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
