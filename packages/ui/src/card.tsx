import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.tsx";

/** A bordered surface. */
export function Card({ className, ...props }: ComponentProps<"section">) {
  return <section {...props} className={cn("rounded-card border border-border bg-surface", className)} />;
}

export interface SectionProps {
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly id?: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A titled part of a page; `id` makes it an address. */
export function Section({ title, description, actions, id, children, className }: SectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={id ? `${id}-title` : undefined}
      className={cn("grid scroll-mt-20 grid-cols-[minmax(0,1fr)] gap-3", className)}
    >
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="wrap-anywhere grid min-w-0 gap-0.5">
          <h2 id={id ? `${id}-title` : undefined} className="font-semibold text-base">
            {title}
          </h2>
          {description ? <p className="text-13 text-muted-foreground">{description}</p> : null}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
