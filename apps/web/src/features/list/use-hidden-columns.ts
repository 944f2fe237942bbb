"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createParser, useQueryState } from "nuqs";
import { useSavePreferences } from "~/features/account/queries.ts";
import { useReportFailure } from "~/features/shell/act-failure.tsx";
import { useConsole } from "~/features/shell/console-context.tsx";

const KEY = ["preferences", "hidden-columns"] as const;
type ByTable = Readonly<Record<string, readonly string[]>>;

/** What can be hidden, as the column menu has it. */
interface Column {
  readonly id: string;
  readonly hideable?: boolean;
}

/**
 * Which columns of a table are hidden: as the address says (`cols` names those shown), else as the person chose, in
 * whatever browser. A choice goes into both, so that a colleague who is sent the address sees the same.
 *
 * @param table the table's name among the preferences
 * @param columns all columns of the table
 * @param first the columns that are hidden until someone chooses
 */
export function useHiddenColumns(table: string, columns: readonly Column[], first: readonly string[] = []) {
  const { stored, save } = useStoredColumns();
  const hideable = columns.filter((column) => column.hideable).map((column) => column.id);
  const parser = parseAsColumns(hideable);
  const [shown, setShown] = useQueryState("cols", parser);
  const hidden = shown ? hideable.filter((id) => !shown.includes(id)) : (stored[table] ?? first);
  const setHidden = (next: readonly string[]) => {
    void setShown(hideable.filter((id) => !next.includes(id)));
    save({ ...stored, [table]: next });
  };
  return { hidden, setHidden, parsers: { cols: parser } };
}

/** Columns in an address: those of the table, or as if nothing were there. */
export function parseAsColumns(hideable: readonly string[]) {
  return createParser<readonly string[]>({
    parse: (text) => {
      const named = text === "" ? [] : text.split(",");
      return named.every((id) => hideable.includes(id)) ? named : null;
    },
    serialize: (shown) => shown.join(","),
  });
}

/** The choices of this person, kept by the server; a choice that cannot be kept is taken back and told. */
function useStoredColumns() {
  const { hiddenColumns } = useConsole();
  const client = useQueryClient();
  const preferences = useSavePreferences();
  const report = useReportFailure();
  const { data: stored } = useQuery<ByTable>({
    queryKey: KEY,
    queryFn: () => hiddenColumns,
    initialData: hiddenColumns,
    enabled: false,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const save = (next: ByTable) => {
    client.setQueryData<ByTable>(KEY, next);
    preferences.mutate(
      { hiddenColumns: next },
      {
        onError: (error) => {
          client.setQueryData<ByTable>(KEY, stored);
          report(error);
        },
      },
    );
  };
  return { stored, save };
}
