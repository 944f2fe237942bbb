import type { ReactNode } from "react";
import { cn } from "./cn.tsx";
import { type Status, statusIcons, statusText } from "./status-pill.tsx";

export interface FindingLayer {
  readonly key: string;
  /** "Received", "Likely cause", "In OneLogin". */
  readonly name: string;
  readonly content: ReactNode;
}

export interface FindingCardProps {
  readonly status: Status;
  readonly title: ReactNode;
  /** "4 times · last 30 s ago" */
  readonly meta?: ReactNode;
  /** Facts first, inference after, steps last: the card never pretends to know more than it does. */
  readonly layers: readonly FindingLayer[];
  readonly actions?: ReactNode;
  readonly id?: string;
  /** 3 in a section, 2 right under the page's title. */
  readonly level?: 2 | 3;
  readonly className?: string;
}

/** A problem with what is known of it, what it likely is, and what to do. */
export function FindingCard({
  status,
  title,
  meta,
  layers,
  actions,
  id,
  level = 3,
  className,
}: FindingCardProps) {
  const Heading = `h${level}` as const;
  const Icon = statusIcons[status];
  return (
    <article
      id={id}
      data-status={status}
      className={cn(
        "grid grid-cols-[minmax(0,1fr)] gap-3 rounded-card border border-border bg-surface p-4 sm:p-5",
        className,
      )}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="flex min-w-0 items-start gap-2.5">
          <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", statusText[status])} />
          <Heading className="min-w-0 wrap-anywhere font-medium text-sm">{title}</Heading>
        </div>
        {meta ? <div className="ps-6.5 text-13 text-muted-foreground sm:ps-0">{meta}</div> : null}
      </div>
      <dl className="grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-2 ps-6.5 text-13 sm:grid-cols-[6.5rem_minmax(0,1fr)]">
        {layers.map((layer) => (
          <div
            key={layer.key}
            className="grid grid-cols-[minmax(0,1fr)] gap-0.5 sm:col-span-2 sm:grid-cols-subgrid"
          >
            <dt className="wrap-anywhere text-muted-foreground">{layer.name}</dt>
            <dd className="wrap-anywhere min-w-0">{layer.content}</dd>
          </div>
        ))}
      </dl>
      {actions ? <div className="flex flex-wrap gap-2 ps-6.5">{actions}</div> : null}
    </article>
  );
}
