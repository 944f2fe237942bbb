import type { ReactNode } from "react";

export interface AuthCardProps {
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly children: ReactNode;
}

/** The card of a page outside the console, with its one heading. */
export function AuthCard({ title, description, children }: AuthCardProps) {
  return (
    <section
      aria-labelledby="auth-title"
      className="grid w-[min(26rem,calc(100vw-2rem))] gap-6 rounded-dialog border border-border bg-surface p-6 shadow-layer sm:p-8"
    >
      <div className="grid gap-1.5 text-center">
        <h1 id="auth-title" className="text-balance font-semibold text-2xl tracking-tight">
          {title}
        </h1>
        {description ? <p className="text-balance text-muted-foreground text-sm">{description}</p> : null}
      </div>
      {children}
    </section>
  );
}
