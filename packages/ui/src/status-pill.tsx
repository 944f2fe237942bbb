import { CircleCheck, CircleMinus, ClockFading, Info, OctagonX, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.tsx";

/** What a colour means everywhere: deactivated is `off`, not `bad`; rejected is `warn`, because a person can mend it. */
export type Status = "ok" | "warn" | "bad" | "info" | "waiting" | "off";

export const statusIcons = {
  ok: CircleCheck,
  warn: TriangleAlert,
  bad: OctagonX,
  info: Info,
  waiting: ClockFading,
  off: CircleMinus,
} as const;

export const statusColours: Record<Status, string> = {
  ok: "bg-ok-bg text-ok",
  warn: "bg-warn-bg text-warn",
  bad: "bg-bad-bg text-bad",
  info: "bg-info-bg text-info",
  waiting: "bg-waiting-bg text-waiting",
  off: "bg-off-bg text-off",
};

export const statusText: Record<Status, string> = {
  ok: "text-ok",
  warn: "text-warn",
  bad: "text-bad",
  info: "text-info",
  waiting: "text-waiting",
  off: "text-off",
};

export interface StatusPillProps {
  readonly status: Status;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A state in a word, with colour and icon beside it. */
export function StatusPill({ status, children, className }: StatusPillProps) {
  const Icon = statusIcons[status];
  return (
    <span
      data-status={status}
      className={cn(
        "inline-flex items-center gap-1.5 rounded-full align-middle py-0.5 ps-2 pe-2.5 font-medium text-xs",
        statusColours[status],
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span>{children}</span>
    </span>
  );
}
