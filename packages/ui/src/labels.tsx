"use client";

import { createContext, type ReactNode, use } from "react";

/** The few words that components say by themselves. An application passes its own, in its language. */
export interface UiLabels {
  /** The language of dates, numbers and lists (BCP 47). */
  readonly locale: string;
  readonly close: string;
  readonly cancel: string;
  readonly discardTitle: string;
  readonly discardBody: string;
  readonly discard: string;
  readonly keepEditing: string;
  readonly copied: string;
  readonly copyManually: string;
  readonly show: string;
  readonly hide: string;
  readonly retry: string;
  readonly reference: string;
  readonly selectAll: string;
  readonly columns: string;
  readonly clearSelection: string;
  readonly sort: string;
  readonly sortAscending: string;
  readonly sortDescending: string;
  readonly sortBy: (column: string) => string;
  readonly copy: (name: string) => string;
  readonly copiedName: (name: string) => string;
  readonly selected: (count: number) => string;
  readonly typeToConfirm: (word: string) => string;
  readonly pageOf: (from: number, to: number, total: number) => string;
  readonly firstPage: string;
  readonly lastPage: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly page: (page: number) => string;
  readonly pagination: string;
  readonly rowsPerPage: string;
  readonly clear: string;
  readonly loading: string;
  readonly local: string;
  readonly utc: string;
  readonly unix: string;
  readonly never: string;
  readonly justNow: string;
  readonly breadcrumbs: string;
  readonly more: string;
}

const english: UiLabels = {
  locale: "en",
  close: "Close",
  cancel: "Cancel",
  discardTitle: "Discard what you typed?",
  discardBody: "It hasn't been saved.",
  discard: "Discard",
  keepEditing: "Keep editing",
  copied: "Copied",
  copyManually: "Press Ctrl+C to copy",
  show: "Show",
  hide: "Hide",
  retry: "Try again",
  reference: "Reference",
  selectAll: "Select all rows on this page",
  columns: "Columns",
  clearSelection: "Clear selection",
  sort: "Sort",
  sortAscending: "Sort ascending",
  sortDescending: "Sort descending",
  sortBy: (column) => `Sort by ${column}`,
  copy: (name) => `Copy ${name}`,
  copiedName: (name) => `${name} copied`,
  selected: (count) => `${count} selected`,
  typeToConfirm: (word) => `Type ${word} to continue`,
  pageOf: (from, to, total) => `${from}–${to} of ${total}`,
  firstPage: "This is the first page",
  lastPage: "This is the last page",
  previousPage: "Previous page",
  nextPage: "Next page",
  page: (page) => `Page ${page}`,
  pagination: "Pagination",
  rowsPerPage: "Rows per page",
  clear: "Clear",
  loading: "Loading",
  local: "Local",
  utc: "UTC",
  unix: "Unix",
  never: "Never",
  justNow: "just now",
  breadcrumbs: "Breadcrumbs",
  more: "More",
};

const Labels = createContext<UiLabels>(english);

/** Gives every component below it the words of `labels`. */
export function UiLabelsProvider({ labels, children }: { labels: UiLabels; children: ReactNode }) {
  return <Labels value={labels}>{children}</Labels>;
}

export function useLabels(): UiLabels {
  return use(Labels);
}
