import type { ReactNode } from "react";
import { cn } from "./cn.tsx";

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly className?: string;
  /** 1 on a page that is nothing else. */
  readonly level?: 1 | 2 | 3;
}

/** Nothing here, why, and what to do. First-run and no-match pages get different words. */
export function EmptyState({ icon, title, children, action, className, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={cn("wrap-anywhere grid justify-items-center gap-3 px-6 py-14 text-center", className)}>
      {icon ? (
        <div
          aria-hidden
          className="mb-1 grid size-11 place-items-center rounded-full border border-border bg-muted text-muted-foreground [&_svg]:size-5"
        >
          {icon}
        </div>
      ) : null}
      <Heading tabIndex={-1} className="font-semibold text-base outline-none">
        {title}
      </Heading>
      {children ? (
        <div className="max-w-md text-balance text-muted-foreground text-sm">{children}</div>
      ) : null}
      {action ? <div className="mt-1 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
