"use client";

import { cn } from "./cn.tsx";
import { CopyButton } from "./copy-button.tsx";
import { useLabels } from "./labels.tsx";
import { Popover } from "./popover.tsx";
import { absoluteTime, relativeTime, zoneName } from "./relative-time.tsx";
import { useNow } from "./use-now.tsx";

export interface TimeAgoProps {
  /** ISO 8601. */
  readonly at: string;
  /** Shows the local date and time instead of the distance. */
  readonly absolute?: boolean;
  readonly locale?: string;
  readonly className?: string;
}

/**
 * A moment as "2 min. ago"; hover, focus or press opens it as local time, UTC and Unix, each to copy.
 * The server renders UTC and the browser swaps after hydration, so the two never disagree.
 */
export function TimeAgo({ at, absolute, locale = "en", className }: TimeAgoProps) {
  const now = useNow();
  const labels = useLabels();
  const time = Date.parse(at);
  const utc = `${absoluteTime(time, locale, "UTC")} UTC`;
  const text =
    now === null
      ? utc
      : absolute
        ? absoluteTime(time, locale)
        : relativeTime(time, now, locale, labels.justNow);
  return (
    <Popover
      label={utc}
      openOnHover
      className="w-max"
      trigger={
        <button
          type="button"
          className={cn(
            "cursor-help whitespace-nowrap rounded-sm text-start tabular-nums underline decoration-dotted decoration-input underline-offset-4",
            className,
          )}
        >
          <time dateTime={at} suppressHydrationWarning>
            {text}
          </time>
        </button>
      }
    >
      <dl className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 text-13 tabular-nums">
        <Line name={labels.local} text={`${absoluteTime(time, locale)} ${zoneName(time, locale)}`} />
        <Line name={labels.utc} text={new Date(time).toISOString()} />
        <Line name={labels.unix} text={String(Math.floor(time / 1000))} />
      </dl>
    </Popover>
  );
}

function Line({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div className="col-span-3 grid grid-cols-subgrid items-center">
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="font-mono text-xs">{text}</dd>
      <dd>
        <CopyButton small name={name} text={text} />
      </dd>
    </div>
  );
}
