"use client";

import { PEOPLE_SORTS } from "@rollcall/directory/people/people-query";
import type { DataColumn } from "@rollcall/ui/data-column";
import { DataTable } from "@rollcall/ui/data-table";
import { Pagination } from "@rollcall/ui/pagination";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { focusAfterRemoval } from "~/features/list/focus-after-removal.ts";
import { LoadError } from "~/features/list/load-error.tsx";
import { UpdatesWaiting } from "~/features/list/updates-waiting.tsx";
import { rememberRow, useReturnFocus } from "~/features/list/use-return-focus.ts";
import { rowsKey, useSteadyRows } from "~/features/list/use-steady-rows.ts";
import { useConsole } from "~/features/shell/console-context.tsx";
import { BulkPeople } from "./bulk-people.tsx";
import { NoUsers, OnlyYou } from "./no-users.tsx";
import { PersonMenu } from "./person-menu.tsx";
import type { usePeople } from "./queries.ts";
import type { PersonRow } from "./schema.ts";
import type { UsersView } from "./view.ts";

export interface UsersListProps {
  readonly users: UsersView;
  readonly people: ReturnType<typeof usePeople>;
  readonly columns: readonly DataColumn<PersonRow>[];
  readonly hidden: readonly string[];
}

const NOBODY: readonly PersonRow[] = [];
const idOf = (person: PersonRow) => person.id;

/** The table of people with its pages; or why it is empty. */
export function UsersList({ users, people, columns, hidden }: UsersListProps) {
  const t = useTranslations("users");
  const router = useRouter();
  const { may, actor } = useConsole();
  const { view, setView } = users;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const steady = useSteadyRows(people.data?.people ?? NOBODY, rowsKey(view, people.isPlaceholderData), idOf);
  useReturnFocus(people.isSuccess);
  if (people.isError && !people.data) {
    return <LoadError error={people.error} onRetry={() => people.refetch()} retrying={people.isRefetching} />;
  }
  const { data } = people;
  // Whose status an admin changes here leaves every list but that of everyone.
  const changed = (ids: readonly string[]) => {
    setSelected((before) => new Set([...before].filter((id) => !ids.includes(id))));
    if (view.status === "all") return;
    focusAfterRemoval(list.current, ids);
    steady.remove(ids);
  };
  const open = (person: PersonRow) => {
    rememberRow(person.id);
    router.push(`/access/users/${person.id}`);
  };
  return (
    <div ref={list} className="relative grid gap-2" {...steady.holders}>
      {data?.total === 0 ? (
        <NoUsers users={users} page={data} />
      ) : (
        <>
          <UpdatesWaiting count={steady.waiting} onShow={steady.showAll} />
          <DataTable
            label={t("title")}
            columns={columns}
            rows={steady.rows}
            rowId={idOf}
            hidden={hidden}
            sort={{ column: view.sort, direction: view.desc ? "desc" : "asc" }}
            onSort={({ column, direction }) => {
              const sort = PEOPLE_SORTS.find((each) => each === column);
              if (sort) setView({ sort, desc: direction === "desc", page: null });
            }}
            selection={
              may("users.manage")
                ? {
                    selected,
                    onChange: setSelected,
                    labelFor: (person) => t("select", { name: person.name }),
                  }
                : undefined
            }
            onRowPress={open}
            rowActions={(person) => (
              <PersonMenu
                person={person}
                provider={data?.provider ?? ""}
                onChanged={() => changed([person.id])}
              />
            )}
            rowActionsLabel={t("actions.label")}
            refreshing={people.isPlaceholderData}
          />
          <BulkPeople
            people={steady.rows.filter((person) => selected.has(person.id))}
            provider={data?.provider ?? ""}
            onClear={() => setSelected(new Set())}
            onDeactivated={changed}
          />
          {!users.filtered && data?.hiddenDeactivated === 0 && isOnly(data.people, actor.id) ? (
            <OnlyYou provider={data.provider} />
          ) : null}
          <HiddenDeactivated
            count={data?.hiddenDeactivated ?? 0}
            onShow={() => setView({ status: "all", page: null })}
          />
          <Pagination
            page={view.page}
            size={view.size}
            total={data?.total ?? 0}
            onPage={(page) => setView({ page })}
            onSize={(size) => setView({ size, page: null })}
          />
        </>
      )}
    </div>
  );
}

function isOnly(people: readonly PersonRow[], id: string): boolean {
  return people.length === 1 && people[0]?.id === id;
}

/** Nobody vanishes: says how many the filter hides. */
function HiddenDeactivated({ count, onShow }: { readonly count: number; readonly onShow: () => void }) {
  const t = useTranslations("users");
  if (count === 0) return null;
  return (
    <p className="text-13 text-muted-foreground">
      {t("hiddenDeactivated", { count })}{" "}
      <button
        type="button"
        className="min-h-6 text-primary underline-offset-4 hover:underline"
        onClick={onShow}
      >
        {t("showAll")}
      </button>
    </p>
  );
}
