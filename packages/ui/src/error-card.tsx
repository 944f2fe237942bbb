"use client";

import { RotateCw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { cn } from "./cn.tsx";
import { CopyText } from "./copy-text.tsx";
import { useLabels } from "./labels.tsx";

export interface ErrorCardProps {
  /** What failed. */
  readonly title: ReactNode;
  /** Whether the data is safe, and what to do. */
  readonly children?: ReactNode;
  readonly requestId?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly retrying?: boolean;
  readonly className?: string;
}

/** A part of the page that could not be loaded. Never an empty list in disguise. */
export function ErrorCard({ title, children, requestId, onRetry, retrying, className }: ErrorCardProps) {
  const labels = useLabels();
  return (
    <div
      role="alert"
      className={cn(
        "wrap-anywhere flex flex-wrap items-start justify-between gap-4 rounded-card border border-border bg-surface p-5",
        className,
      )}
    >
      <div className="flex min-w-0 gap-3">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
        <div className="grid min-w-0 gap-1">
          <p className="font-medium text-sm">{title}</p>
          {children ? <div className="text-muted-foreground text-sm">{children}</div> : null}
          {requestId ? (
            <p className="flex items-center gap-1 text-13 text-muted-foreground">
              {labels.reference} <CopyText small name={labels.reference} text={requestId} />
            </p>
          ) : null}
        </div>
      </div>
      {onRetry ? (
        <Button size="sm" busy={retrying} onClick={onRetry}>
          <RotateCw aria-hidden />
          {labels.retry}
        </Button>
      ) : null}
    </div>
  );
}
