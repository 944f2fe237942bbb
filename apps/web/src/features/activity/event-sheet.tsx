"use client";

import { IconButton } from "@rollcall/ui/button";
import { ErrorCard } from "@rollcall/ui/error-card";
import { Sheet } from "@rollcall/ui/sheet";
import { Loading, Skeleton } from "@rollcall/ui/skeleton";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { Sentence } from "~/features/explain/sentences.tsx";
import { ApiError } from "~/lib/api-error.ts";
import { EventBody } from "./event-body.tsx";
import { OutcomePill } from "./outcome-pill.tsx";
import { useEvent } from "./queries.ts";
import type { EventView, FilterQuery } from "./schema.ts";

export interface EventSheetProps {
  /** The event in the address; null when none is open. */
  readonly id: string | null;
  readonly query: FilterQuery;
  readonly onOpen: (id: string | null) => void;
}

/** One request in full. ← and → go to the newer and the older one under the same filter. */
export function EventSheet({ id, query, onOpen }: EventSheetProps) {
  const t = useTranslations("activity.sheet");
  const { data, error, isRefetching, refetch } = useEvent(id, query);
  const shown = data && data.event.id === id ? data : undefined;
  const neighbours = shown ?? data;
  const gone = error instanceof ApiError && error.status === 404;
  return (
    <Sheet
      open={id !== null}
      onOpenChange={(open) => {
        if (!open) onOpen(null);
      }}
      title={shown ? <Sentence of={shown.event.sentence} /> : t(error ? "title" : "loading")}
      description={shown ? <Summary view={shown} /> : undefined}
      actions={<Neighbours view={neighbours} onOpen={onOpen} />}
      onKeyDown={(event) => {
        const target = isTyping(event) ? null : neighbourOf(event.key, neighbours);
        if (target) onOpen(target);
      }}
    >
      {error && !shown ? (
        <ErrorCard
          className="m-5"
          title={t(gone ? "gone" : "failed")}
          requestId={error instanceof ApiError ? error.requestId : undefined}
          onRetry={gone ? undefined : () => refetch()}
          retrying={isRefetching}
        >
          {error instanceof ApiError ? error.fix : null}
        </ErrorCard>
      ) : (
        <Loading loading={!shown} placeholder={<SheetSkeleton />}>
          {shown ? <EventBody view={shown} /> : null}
        </Loading>
      )}
    </Sheet>
  );
}

function Summary({ view }: { readonly view: EventView }) {
  const { event } = view;
  const { reason } = event;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <OutcomePill event={event} />
      {reason ? <Sentence of={reason} /> : null}
    </span>
  );
}

interface NeighboursProps {
  readonly view: EventView | undefined;
  readonly onOpen: (id: string) => void;
}

function Neighbours({ view, onOpen }: NeighboursProps) {
  const t = useTranslations("activity.sheet");
  return (
    <>
      <IconButton
        label={t("newer")}
        aria-keyshortcuts="ArrowLeft"
        disabled={!view?.newer}
        onClick={() => view?.newer && onOpen(view.newer)}
      >
        <ChevronLeft aria-hidden className="rtl:rotate-180" />
      </IconButton>
      <IconButton
        label={t("older")}
        aria-keyshortcuts="ArrowRight"
        disabled={!view?.older}
        onClick={() => view?.older && onOpen(view.older)}
      >
        <ChevronRight aria-hidden className="rtl:rotate-180" />
      </IconButton>
    </>
  );
}

function neighbourOf(key: string, view: EventView | undefined): string | null {
  if (key === "ArrowLeft") return view?.newer ?? null;
  if (key === "ArrowRight") return view?.older ?? null;
  return null;
}

function isTyping(event: KeyboardEvent): boolean {
  return (
    event.target instanceof HTMLElement && event.target.closest("input,textarea,[contenteditable]") !== null
  );
}

function SheetSkeleton() {
  return (
    <div className="grid gap-4 p-5">
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-16 w-full" />
      <Skeleton className="h-40 w-full" />
    </div>
  );
}
