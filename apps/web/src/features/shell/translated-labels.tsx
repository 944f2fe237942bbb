"use client";

import { type UiLabels, UiLabelsProvider } from "@rollcall/ui/labels";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";

/** The catalogue's words for what components say by themselves. */
export function TranslatedLabels({ children }: { children: ReactNode }) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const labels = useMemo<UiLabels>(
    () => ({
      locale,
      close: t("close"),
      cancel: t("cancel"),
      discardTitle: t("discardTitle"),
      discardBody: t("discardBody"),
      discard: t("discard"),
      keepEditing: t("keepEditing"),
      copied: t("copied"),
      copyManually: t("copyManually"),
      show: t("show"),
      hide: t("hide"),
      retry: t("retry"),
      reference: t("reference"),
      selectAll: t("selectAll"),
      columns: t("columns"),
      clearSelection: t("clearSelection"),
      sort: t("sort"),
      sortAscending: t("sortAscending"),
      sortDescending: t("sortDescending"),
      sortBy: (column) => t("sortBy", { column }),
      copy: (name) => t("copy", { name }),
      copiedName: (name) => t("copiedName", { name }),
      selected: (count) => t("selected", { count }),
      typeToConfirm: (word) => t("typeToConfirm", { word }),
      pageOf: (from, to, total) => t("pageOf", { from, to, total }),
      firstPage: t("firstPage"),
      lastPage: t("lastPage"),
      previousPage: t("previousPage"),
      nextPage: t("nextPage"),
      page: (page) => t("page", { page }),
      pagination: t("pagination"),
      rowsPerPage: t("rowsPerPage"),
      clear: t("clear"),
      loading: t("loading"),
      local: t("local"),
      utc: t("utc"),
      unix: t("unix"),
      never: t("never"),
      justNow: t("justNow"),
      breadcrumbs: t("breadcrumbs"),
      more: t("more"),
    }),
    [t, locale],
  );
  return <UiLabelsProvider labels={labels}>{children}</UiLabelsProvider>;
}
