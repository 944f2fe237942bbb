"use client";

import { Button } from "@rollcall/ui/button";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { type Query, useQueryClient } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useSyncExternalStore } from "react";
import { ApiError } from "~/lib/api-error.ts";

/** Signed out and gone have pages and dialogs of their own. */
const TOLD_ELSEWHERE: readonly number[] = [401, 404];

/** On screen, and asking again failed: what is shown is older than it should be. */
function isOutdated(query: Query): boolean {
  const { status, data, error } = query.state;
  if (!query.isActive() || status !== "error" || data === undefined) return false;
  return !(error instanceof ApiError && TOLD_ELSEWHERE.includes(error.status));
}

/** Says that what the page shows could not be brought up to date, since when, and the request to ask about. */
export function RefreshBanner() {
  const t = useTranslations("shell.outdated");
  const cache = useQueryClient().getQueryCache();
  const oldest = useSyncExternalStore(
    useCallback((listener) => cache.subscribe(listener), [cache]),
    () => cache.findAll({ predicate: isOutdated }).sort(byAge)[0],
    () => undefined,
  );
  const retry = () => cache.findAll({ predicate: isOutdated }).forEach((query) => void query.fetch());
  const error = oldest?.state.error;
  const reference = error instanceof ApiError ? error.requestId : undefined;
  return (
    <div role="status">
      {oldest ? (
        <div className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 bg-warn-bg px-4 py-2 text-13 text-warn">
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          <span>
            {t("title")} <TimeAgo at={new Date(oldest.state.dataUpdatedAt).toISOString()} />
            {reference ? ` ${t("reference", { reference })}` : null}
          </span>
          <Button size="sm" onClick={retry}>
            {t("retry")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function byAge(one: Query, other: Query): number {
  return one.state.dataUpdatedAt - other.state.dataUpdatedAt;
}
