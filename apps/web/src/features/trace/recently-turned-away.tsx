"use client";

import { Callout } from "@rollcall/ui/callout";
import { ErrorCard } from "@rollcall/ui/error-card";
import { TimeAgo } from "@rollcall/ui/time-ago";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { activityAddress } from "~/features/activity/address.ts";
import { Sentence } from "~/features/explain/sentences.tsx";
import { ApiError } from "~/lib/api-error.ts";
import type { useTurnedAway } from "./queries.ts";
import type { TurnedAwayData } from "./schema.ts";
import { traceHref } from "./trace-href.ts";

/** "3 people were turned away": who, why, and the first thing to do. Nothing at all when nobody was; an error is said. */
export function RecentlyTurnedAway({ query }: { readonly query: ReturnType<typeof useTurnedAway> }) {
  const t = useTranslations("explain.turnedAway");
  const { data, error, isRefetching, refetch } = query;
  if (!data && error) {
    return (
      <ErrorCard
        title={t("failed")}
        requestId={error instanceof ApiError ? error.requestId : undefined}
        onRetry={() => refetch()}
        retrying={isRefetching}
      />
    );
  }
  const people = data?.people ?? [];
  if (people.length === 0) return null;
  return (
    <Callout status="warn">
      <details data-turned-away="">
        <summary className="cursor-pointer rounded-sm font-medium text-sm">
          {t("title", { count: people.length })}
        </summary>
        <ul className="mt-2 grid gap-2">
          {people.map((person) => (
            <Person key={person.eventId} person={person} />
          ))}
        </ul>
      </details>
    </Callout>
  );
}

function Person({ person }: { readonly person: TurnedAwayData }) {
  const t = useTranslations("explain.turnedAway");
  return (
    <li className="grid gap-0.5">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <Link
          href={activityAddress({ event: person.eventId })}
          className="break-all font-medium underline underline-offset-4"
        >
          {person.label}
        </Link>
        <Sentence of={person.reason} />
        <TimeAgo at={person.at} />
        <Link href={traceHref(person.key) ?? "/access/users"} className="underline underline-offset-4">
          {t("trace")}
        </Link>
      </span>
      {person.fix ? <Sentence of={person.fix} /> : null}
    </li>
  );
}
