"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button, IconButton } from "./button.tsx";
import { useLabels } from "./labels.tsx";
import { pageNumbers } from "./page-numbers.tsx";
import { Select } from "./select.tsx";

export interface PaginationProps {
  /** From 1. */
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
  readonly onSize?: (size: number) => void;
}

const sizes = ["25", "50", "100"] as const;

/** "1–25 of 312", page numbers with gaps, rows per page. */
export function Pagination({ page, size, total, onPage, onSize }: PaginationProps) {
  const labels = useLabels();
  const pages = Math.max(1, Math.ceil(total / size));
  const from = total === 0 ? 0 : (page - 1) * size + 1;
  const to = Math.min(total, page * size);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 text-13 text-muted-foreground">
      <p className="tabular-nums">{labels.pageOf(from, to, total)}</p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {pages > 1 ? (
          <nav aria-label={labels.pagination} className="flex items-center gap-0.5">
            <IconButton
              label={labels.previousPage}
              title={page <= 1 ? labels.firstPage : labels.previousPage}
              aria-disabled={page <= 1 || undefined}
              onClick={() => onPage(page - 1)}
            >
              <ChevronLeft aria-hidden className="rtl:rotate-180" />
            </IconButton>
            {pageNumbers(page, pages).map((entry) =>
              entry.kind === "gap" ? (
                <span key={entry.key} aria-hidden className="w-6 text-center max-sm:hidden">
                  …
                </span>
              ) : (
                <Button
                  key={entry.key}
                  size="sm"
                  variant={entry.page === page ? "secondary" : "ghost"}
                  aria-label={labels.page(entry.page)}
                  aria-current={entry.page === page ? "page" : undefined}
                  onClick={() => onPage(entry.page)}
                  className="min-w-8 px-2 tabular-nums max-sm:hidden"
                >
                  {entry.page}
                </Button>
              ),
            )}
            <IconButton
              label={labels.nextPage}
              title={page >= pages ? labels.lastPage : labels.nextPage}
              aria-disabled={page >= pages || undefined}
              onClick={() => onPage(page + 1)}
            >
              <ChevronRight aria-hidden className="rtl:rotate-180" />
            </IconButton>
          </nav>
        ) : null}
        {onSize && total > 25 ? (
          <Select
            size="sm"
            className="w-20"
            label={labels.rowsPerPage}
            value={sizes.find((each) => Number(each) === size) ?? "25"}
            options={sizes.map((value) => ({ value, label: value }))}
            onValueChange={(value) => onSize(Number(value))}
          />
        ) : null}
      </div>
    </div>
  );
}
