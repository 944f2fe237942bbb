"use client";

import { Badge } from "@rollcall/ui/badge";
import { Button } from "@rollcall/ui/button";
import { Callout } from "@rollcall/ui/callout";
import { Card, Section } from "@rollcall/ui/card";
import { ErrorCard } from "@rollcall/ui/error-card";
import { useAnnounce } from "@rollcall/ui/live-region";
import { Skeleton } from "@rollcall/ui/skeleton";
import { useTranslations } from "next-intl";
import { ApiError } from "~/lib/api-error.ts";
import { browserName } from "./browser-name.ts";
import { useEndSession, useOwnSessions } from "./queries.ts";
import type { OwnSession } from "./schema.ts";
import { SessionFacts } from "./session-facts.tsx";

/** Where the person is signed in, each to be ended. */
export function OwnSessions() {
  const t = useTranslations("account.sessions");
  const load = useTranslations("errors.load");
  const { data, error, refetch } = useOwnSessions();
  const end = useEndSession();
  const announce = useAnnounce();
  const endThat = (id: string | null) =>
    end.mutate(id, { onSuccess: ({ ended }) => announce(t("ended", { count: ended })) });
  if (data === undefined && error !== null) {
    return (
      <ErrorCard
        title={load("title")}
        requestId={error instanceof ApiError ? error.requestId : undefined}
        onRetry={() => refetch()}
      >
        {load("body")}
      </ErrorCard>
    );
  }
  const others = data?.sessions.filter((session) => !session.current) ?? [];
  return (
    <Section
      id="sessions"
      title={t("title")}
      description={t("description")}
      actions={
        others.length > 0 ? (
          <Button busy={end.isPending && end.variables === null} onClick={() => endThat(null)}>
            {t("endOthers", { count: others.length })}
          </Button>
        ) : null
      }
    >
      {end.error ? (
        <Callout role="alert" status="bad">
          {t("failed")}
        </Callout>
      ) : null}
      {data === undefined ? (
        <Skeleton className="h-40" />
      ) : (
        <Card>
          <ul className="divide-y divide-border">
            {data.sessions.map((session) => (
              <SessionLine
                key={session.id}
                session={session}
                busy={end.isPending && end.variables === session.id}
                onEnd={() => endThat(session.id)}
              />
            ))}
          </ul>
        </Card>
      )}
    </Section>
  );
}

interface SessionLineProps {
  readonly session: OwnSession;
  readonly busy: boolean;
  readonly onEnd: () => void;
}

function SessionLine({ session, busy, onEnd }: SessionLineProps) {
  const t = useTranslations("account.sessions");
  const name = browserName(session.userAgent) ?? t("unknownBrowser");
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 p-4">
      <div className="grid gap-0.5 text-sm">
        <span className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {session.current ? <Badge>{t("current")}</Badge> : null}
        </span>
        <SessionFacts session={session} />
      </div>
      {session.current ? null : (
        <Button size="sm" busy={busy} onClick={onEnd} aria-label={t("endNamed", { name })}>
          {t("end")}
        </Button>
      )}
    </li>
  );
}
