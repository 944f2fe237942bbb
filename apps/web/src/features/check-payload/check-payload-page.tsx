"use client";

import { Callout } from "@rollcall/ui/callout";
import { Card, Section } from "@rollcall/ui/card";
import { ErrorCard } from "@rollcall/ui/error-card";
import { useAnnounce } from "@rollcall/ui/live-region";
import { Loading, Skeleton } from "@rollcall/ui/skeleton";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEvent } from "~/features/activity/queries.ts";
import { ApiError } from "~/lib/api-error.ts";
import { CheckResult } from "./check-result.tsx";
import { checkableIn, type Prefill } from "./from-event.ts";
import { PayloadForm } from "./payload-form.tsx";
import { useCheckPayload } from "./queries.ts";
import { requestOf, useDraft } from "./use-draft.ts";
import { useVerdict } from "./verdict.ts";

const NO_FILTER = {};

/** What would come of a request before it is sent: nothing is applied. A logged request (`event`) is filled in, not run. */
export function CheckPayloadPage({ provider }: { readonly provider: string }) {
  const t = useTranslations("check");
  const id = useSearchParams().get("event");
  const { data, error, isRefetching, refetch } = useEvent(id, NO_FILTER);
  const waiting = id !== null && !data && !error;
  const logged = data?.event.checkable ? checkableIn(data.event) : null;
  return (
    <Section id="check" title={t("title")} description={t("description")}>
      {id === null || waiting ? null : data || isGone(error) ? (
        <Callout status="info" role="status">
          {t(logged ? "fromEvent" : "notKept")}
        </Callout>
      ) : (
        <ErrorCard
          title={t("eventFailed")}
          requestId={error instanceof ApiError ? error.requestId : undefined}
          onRetry={() => refetch()}
          retrying={isRefetching}
        />
      )}
      <Loading loading={waiting} placeholder={<FormSkeleton />}>
        <Workbench key={logged ? id : null} initial={logged} provider={provider} />
      </Loading>
    </Section>
  );
}

function isGone(error: Error | null): boolean {
  return error instanceof ApiError && error.status === 404;
}

interface WorkbenchProps {
  readonly initial: Prefill | null;
  readonly provider: string;
}

function Workbench({ initial, provider }: WorkbenchProps) {
  const t = useTranslations("check");
  const announce = useAnnounce();
  const verdict = useVerdict();
  const state = useDraft(initial);
  const { mutate, data, error, isPending, variables } = useCheckPayload();
  const check = (request = requestOf(state.draft)) =>
    mutate(request, { onSuccess: (reply) => announce(verdict(reply.check).text) });
  const changed = JSON.stringify(variables) !== JSON.stringify(requestOf(state.draft));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Card className="p-4 sm:p-5">
        <PayloadForm {...state} provider={provider} checking={isPending} onCheck={check} />
      </Card>
      {error ? (
        <ErrorCard
          title={t(error instanceof ApiError && error.code === "check.busy" ? "busy" : "failed")}
          requestId={error instanceof ApiError ? error.requestId : undefined}
          onRetry={() => check(variables)}
          retrying={isPending}
        >
          {error instanceof ApiError && error.code === "input.too_large" ? t("tooLarge") : t("failedBody")}
        </ErrorCard>
      ) : null}
      <Loading loading={isPending} placeholder={<ResultSkeleton />}>
        {data ? <CheckResult reply={data} changed={changed} /> : null}
      </Loading>
    </div>
  );
}

function FormSkeleton() {
  return <Skeleton className="h-120 w-full" />;
}

function ResultSkeleton() {
  return (
    <div className="grid gap-3">
      <Skeleton className="h-6 w-56 max-w-full" />
      <Skeleton className="h-48 w-full" />
    </div>
  );
}
