"use client";

import { Callout } from "@rollcall/ui/callout";
import { TimeAgo } from "@rollcall/ui/time-ago";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { activityAddress } from "~/features/activity/address.ts";
import { Sentence } from "~/features/explain/sentences.tsx";
import { useTurnedAway } from "./queries.ts";
import type { TurnedAwayData } from "./schema.ts";

/** "3 people were turned away": who, why, and the first thing to do. Nothing at all when nobody was. */
export function RecentlyTurnedAway() {
  const t = useTranslations("explain.turnedAway");
  const people = useTurnedAway().data?.people ?? [];
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
        <Link
          href={`/access/users?q=${encodeURIComponent(person.key)}&trace=1`}
          className="underline underline-offset-4"
        >
          {t("trace")}
        </Link>
      </span>
      {person.fix ? <Sentence of={person.fix} /> : null}
    </li>
  );
}
