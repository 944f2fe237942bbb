"use client";

import { TimeAgo } from "@rollcall/ui/time-ago";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { activityAddress } from "~/features/activity/address.ts";
import { Sentence } from "~/features/explain/sentences.tsx";
import type { TraceData } from "./schema.ts";

/** The requests that named the person, newest first, folded away at first. */
export function TraceRequests({ requests }: { readonly requests: TraceData["requests"] }) {
  const t = useTranslations("explain.trace");
  if (requests.length === 0) return null;
  return (
    <details className="text-13">
      <summary className="w-fit cursor-pointer rounded-sm text-muted-foreground hover:text-foreground">
        {t("requests", { count: requests.length })}
      </summary>
      <ol className="mt-2 grid gap-1.5 ps-4">
        {requests.map((request) => (
          <li key={request.id} className="flex flex-wrap gap-x-3">
            <Link
              href={activityAddress({ event: request.id })}
              className="text-primary underline-offset-4 hover:underline"
            >
              <Sentence of={request.sentence} />
            </Link>
            <span className="text-muted-foreground tabular-nums">{request.status}</span>
            <TimeAgo at={request.at} className="text-muted-foreground" />
          </li>
        ))}
      </ol>
    </details>
  );
}
