import type { ReactNode } from "react";
import { cn } from "./cn.tsx";
import { type Status, statusColours, statusIcons } from "./status-pill.tsx";

export interface CalloutProps {
  readonly status: Status;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly className?: string;
  /** `alert` for what just went wrong. */
  readonly role?: "alert" | "status" | "note";
}

/** A coloured note inside a page or dialog. */
export function Callout({ status, title, children, actions, className, role }: CalloutProps) {
  const Icon = statusIcons[status];
  return (
    <div
      role={role}
      className={cn(
        "wrap-anywhere flex gap-3 rounded-card px-4 py-3 text-sm",
        statusColours[status],
        className,
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="grid min-w-0 grow gap-1">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div className="text-13">{children}</div> : null}
        {actions ? <div className="mt-1.5 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
