"use client";

import { Button } from "@rollcall/ui/button";
import { Card } from "@rollcall/ui/card";
import { ErrorCard } from "@rollcall/ui/error-card";
import { Loading, Skeleton } from "@rollcall/ui/skeleton";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Layers } from "~/features/explain/layers.tsx";
import { Sentence } from "~/features/explain/sentences.tsx";
import { ApiError } from "~/lib/api-error.ts";
import { useTrace } from "./queries.ts";
import type { TraceData } from "./schema.ts";
import { TraceRequests } from "./trace-requests.tsx";
import { TraceSteps } from "./trace-steps.tsx";

export interface TracePanelProps {
  /** An e-mail, userName, externalId or id, as typed. */
  readonly query: string;
}

/** "Was this person sent to us?": the answer to a search that found nobody. */
export function TracePanel({ query }: TracePanelProps) {
  const t = useTranslations("explain.trace");
  const { data, error, isPending, isRefetching, refetch } = useTrace(query);
  const heading = useId();
  if (error && !data) {
    return (
      <ErrorCard
        title={t("failed")}
        requestId={error instanceof ApiError ? error.requestId : undefined}
        onRetry={() => refetch()}
        retrying={isRefetching}
      />
    );
  }
  return (
    <Card aria-labelledby={heading} className="wrap-anywhere grid grid-cols-[minmax(0,1fr)] gap-4 p-4 sm:p-5">
      <h2 id={heading} className="font-semibold text-sm">
        {t("title")}
      </h2>
      <Loading loading={isPending} placeholder={<TraceSkeleton />}>
        {data?.trace ? (
          <TraceAnswer trace={data.trace} provider={data.provider} />
        ) : (
          <p>{t("notConnected")}</p>
        )}
      </Loading>
    </Card>
  );
}

function TraceAnswer({ trace, provider }: { trace: TraceData; provider: string }) {
  return (
    <>
      <p className="text-balance font-medium text-sm" role="status">
        <Sentence of={trace.headline} />
      </p>
      <TraceSteps steps={trace.steps} />
      <Layers provider={provider} received={trace.received} likely={trace.likely} steps={trace.checks} />
      <TraceActions trace={trace} />
      <TraceRequests requests={trace.requests} />
    </>
  );
}

function TraceActions({ trace }: { trace: TraceData }) {
  const t = useTranslations("explain");
  const { person, actions } = trace;
  if (!person && actions.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {person ? (
        <Button size="sm" render={<Link href={person.href} />}>
          {t("trace.open", { name: person.name })}
        </Button>
      ) : null}
      {actions.map((action) => (
        <Button key={action.kind} size="sm" render={<Link href={action.href} />}>
          {t(action.kind === "see_requests" ? "trace.openEvent" : `actions.${action.kind}`)}
        </Button>
      ))}
    </div>
  );
}

function TraceSkeleton() {
  return (
    <div className="grid gap-3">
      <Skeleton className="h-5 w-72 max-w-full" />
      <Skeleton className="h-40 w-full" />
      <Skeleton className="h-16 w-full" />
    </div>
  );
}
