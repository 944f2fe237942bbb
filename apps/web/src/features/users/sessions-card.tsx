"use client";

import { Button } from "@rollcall/ui/button";
import { Card, Section } from "@rollcall/ui/card";
import { ConfirmDialog } from "@rollcall/ui/confirm-dialog";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { browserName } from "~/features/account/browser-name.ts";
import { SessionFacts } from "~/features/account/session-facts.tsx";
import { useFailure } from "~/features/list/load-error.tsx";
import { useConsole } from "~/features/shell/console-context.tsx";
import { api } from "~/lib/api.ts";
import { useUserAct } from "./queries.ts";
import { type PersonDetail, sessionsEndedReply } from "./schema.ts";

/** Where this person is signed in, and a way to end it. */
export function SessionsCard({ detail: { person, sessions } }: { readonly detail: PersonDetail }) {
  const t = useTranslations("users.detail");
  const account = useTranslations("account.sessions");
  const failure = useFailure();
  const { may } = useConsole();
  const [asking, setAsking] = useState(false);
  const end = useUserAct(
    () => api.delete(`/api/console/users/${person.id}/sessions`, sessionsEndedReply),
    () => {
      setAsking(false);
      toast.success(t("ended"));
    },
  );
  return (
    <Section
      id="sessions"
      title={t("sessions")}
      actions={
        sessions.length > 0 && may("users.manage") ? (
          <Button size="sm" onClick={() => setAsking(true)}>
            {t("endSessions")}
          </Button>
        ) : null
      }
    >
      <Card className="p-4 sm:p-5">
        {sessions.length === 0 ? (
          <p className="text-muted-foreground text-sm">{t("noSessions")}</p>
        ) : (
          <ul className="grid gap-2 text-sm">
            {sessions.map((session) => (
              <li key={session.id}>
                <span className="font-medium">
                  {browserName(session.userAgent) ?? account("unknownBrowser")}
                </span>
                <SessionFacts session={session} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("endTitle", { name: person.name })}
        confirmLabel={t("endConfirm")}
        onConfirm={() => end.mutate(undefined)}
        busy={end.isPending}
        error={failure(end.error)}
      >
        {t("endBody", { count: sessions.length })}
      </ConfirmDialog>
    </Section>
  );
}
