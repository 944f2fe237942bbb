"use client";

import { ChevronRight } from "lucide-react";
import { cloneElement, Fragment, type ReactElement, type ReactNode } from "react";
import { CutText } from "./cut-text.tsx";
import { useLabels } from "./labels.tsx";

export interface Crumb {
  readonly key: string;
  readonly label: string;
  /** A link for a crumb that is a page of its own. */
  readonly link?: ReactElement<{ className?: string; children?: ReactNode }>;
}

/** The way from the root to this page; the last crumb is the page itself. */
export function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const labels = useLabels();
  return (
    <nav aria-label={labels.breadcrumbs} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1.5 text-13 text-muted-foreground">
        {crumbs.map((crumb, index) => {
          const last = index === crumbs.length - 1;
          return (
            <Fragment key={crumb.key}>
              {index === 0 ? null : (
                <li aria-hidden className="shrink-0 max-sm:hidden">
                  <ChevronRight className="size-3.5 rtl:rotate-180" />
                </li>
              )}
              <li
                className={last ? "min-w-0 text-foreground" : "shrink-0 max-sm:hidden"}
                aria-current={last ? "page" : undefined}
              >
                {crumb.link && !last ? (
                  cloneElement(crumb.link, {
                    className: "tap rounded-sm hover:text-foreground hover:underline underline-offset-4",
                    children: crumb.label,
                  })
                ) : (
                  <CutText>{crumb.label}</CutText>
                )}
              </li>
            </Fragment>
          );
        })}
      </ol>
    </nav>
  );
}
