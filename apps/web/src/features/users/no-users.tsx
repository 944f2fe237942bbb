"use client";

import { Button } from "@rollcall/ui/button";
import { Card } from "@rollcall/ui/card";
import { EmptyState } from "@rollcall/ui/empty-state";
import { SearchX, Users } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { TracePanel } from "~/features/trace/trace-panel.tsx";
import type { PeoplePage } from "./schema.ts";
import { CLEARED, type UsersView } from "./view.ts";

/** Under a list that holds nobody but its reader: where people come from. */
export function OnlyYou({ provider }: { readonly provider: string }) {
  const t = useTranslations("users.empty");
  return (
    <Card>
      <EmptyState
        icon={<Users />}
        title={t("first")}
        action={
          <Button render={<Link href="/settings/security/provisioning" />}>{t("goToProvisioning")}</Button>
        }
      >
        {t("firstBody", { provider })}
      </EmptyState>
    </Card>
  );
}

/** Nobody matches; a search is answered by what was ever received of it. */
export function NoUsers({ users, page }: { readonly users: UsersView; readonly page: PeoplePage }) {
  const t = useTranslations("users.empty");
  const { view, setView } = users;
  const clear = <Button onClick={() => setView(CLEARED)}>{t("clear")}</Button>;
  const query = view.q.trim();
  return (
    <div className="grid gap-3">
      <Card>
        <EmptyState
          icon={<SearchX />}
          title={query === "" ? t("filtered") : t("noMatch", { query })}
          action={clear}
        >
          {page.hiddenDeactivated > 0 && view.status === "active" ? (
            <button
              type="button"
              className="min-h-6 text-primary underline-offset-4 hover:underline"
              onClick={() => setView({ status: "all", page: null })}
            >
              {t("deactivatedMatch", { count: page.hiddenDeactivated })}
            </button>
          ) : null}
        </EmptyState>
      </Card>
      {query === "" ? null : <TracePanel query={query} />}
    </div>
  );
}
