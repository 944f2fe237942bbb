"use client";

import { useRef } from "react";
import { cn } from "./cn.tsx";
import { CopyButton } from "./copy-button.tsx";
import { useLabels } from "./labels.tsx";
import { Popover } from "./popover.tsx";
import { absoluteTime, relativeTime, timeBeside } from "./relative-time.tsx";
import { useMoment, useNow } from "./use-now.tsx";

export interface TimeAgoProps {
  /** ISO 8601. */
  readonly at: string;
  /** Shows date, time and zone instead of the distance. */
  readonly absolute?: boolean;
  /** With `absolute`: the zone that is named beside it already, in the head of its column. */
  readonly zone?: string;
  readonly className?: string;
}

/**
 * A moment as "2 min. ago"; hover, focus or press opens it as local time, UTC and Unix, each to copy.
 * The server renders the distance too, so that nothing moves when the browser takes over; its absolute times are UTC until
 * then.
 */
export function TimeAgo({ at, absolute, zone, className }: TimeAgoProps) {
  const moment = useMoment();
  const labels = useLabels();
  const time = Date.parse(at);
  const { locale } = labels;
  const server = useNow() === null ? "UTC" : undefined;
  const utc = absoluteTime(time, locale, "UTC");
  const shown =
    zone === undefined ? absoluteTime(time, locale, server) : timeBeside(time, locale, zone, server);
  const text = absolute ? shown : relativeTime(time, moment, locale, labels.justNow);
  return (
    <Popover
      label={utc}
      openOnHover
      className="w-max"
      trigger={
        <button
          type="button"
          className={cn(
            "tap cursor-help sm:whitespace-nowrap rounded-sm text-start tabular-nums underline decoration-dotted decoration-input underline-offset-4",
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
        <Line name={labels.local} text={absoluteTime(time, locale)} />
        <Line name={labels.utc} text={new Date(time).toISOString()} />
        <Line name={labels.unix} text={String(Math.floor(time / 1000))} />
      </dl>
    </Popover>
  );
}

function Line({ name, text }: { readonly name: string; readonly text: string }) {
  const value = useRef<HTMLElement>(null);
  return (
    <div className="col-span-3 grid grid-cols-subgrid items-center">
      <dt className="text-muted-foreground">{name}</dt>
      <dd ref={value} className="font-mono text-xs">
        {text}
      </dd>
      <dd>
        <CopyButton small name={name} text={text} selectOnFailure={value} />
      </dd>
    </div>
  );
}
