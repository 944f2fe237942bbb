"use client";

import { ColumnMenu } from "@rollcall/ui/column-menu";
import { PageHeader } from "@rollcall/ui/page-header";
import { Loading } from "@rollcall/ui/skeleton";
import { TableSkeleton } from "@rollcall/ui/table-skeleton";
import { useTranslations } from "next-intl";
import { InviteButton } from "~/features/invites/invite-button.tsx";
import { ExportButton } from "~/features/list/export-button.tsx";
import { IgnoredFilters } from "~/features/list/ignored-filters.tsx";
import { useExistingPage } from "~/features/list/use-existing-page.ts";
import { useHiddenColumns } from "~/features/list/use-hidden-columns.ts";
import { AskedTrace } from "~/features/trace/asked-trace.tsx";
import { useTurnedAway } from "~/features/trace/queries.ts";
import { RecentlyTurnedAway } from "~/features/trace/recently-turned-away.tsx";
import { useColumns } from "./columns.tsx";
import { usePeople } from "./queries.ts";
import { UsersFilters } from "./users-filters.tsx";
import { UsersList } from "./users-list.tsx";
import { usersView, useUsersView } from "./view.ts";

/** Access → Users: who is here, from where, and who was turned away. */
export function UsersPage() {
  const t = useTranslations("users");
  const users = useUsersView();
  const people = usePeople(users);
  const turnedAway = useTurnedAway();
  const provider = people.data?.provider ?? "";
  const columns = useColumns(provider);
  const { hidden, setHidden, parsers } = useHiddenColumns("users", columns);
  const missingPage = useExistingPage({
    ...users.view,
    total: people.isPlaceholderData ? undefined : people.data?.total,
    onPage: (page) => users.setView({ page }, { history: "replace" }),
  });
  return (
    <div className="grid gap-5">
      <PageHeader title={t("title")} description={t("description")} actions={<InviteButton />} />
      <div className="grid gap-3">
        <UsersFilters
          {...users}
          provider={provider}
          end={
            <>
              <ColumnMenu columns={columns} hidden={hidden} onHiddenChange={setHidden} />
              <ExportButton
                path="/api/console/users/export"
                filter={users.filter}
                fileName="rollcall-users.csv"
              />
            </>
          }
        />
        <IgnoredFilters parsers={{ ...usersView, ...parsers }} missingPage={missingPage} />
        <AskedTrace matches={people.data?.total ?? 0} />
        <Loading
          loading={people.isPending || turnedAway.isPending}
          placeholder={<TableSkeleton columns={6} lines={2} />}
        >
          <RecentlyTurnedAway query={turnedAway} />
          <UsersList users={users} people={people} columns={columns} hidden={hidden} />
        </Loading>
      </div>
    </div>
  );
}
