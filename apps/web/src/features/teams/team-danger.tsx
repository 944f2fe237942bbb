"use client";

import { Button } from "@rollcall/ui/button";
import { Card, Section } from "@rollcall/ui/card";
import { ConfirmDialog } from "@rollcall/ui/confirm-dialog";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import { useFailure } from "~/features/list/load-error.tsx";
import { useConsole } from "~/features/shell/console-context.tsx";
import { api } from "~/lib/api.ts";
import { DeleteTeamDialog } from "./delete-team-dialog.tsx";
import { useTeamAct } from "./queries.ts";
import { handOverReply, membershipReply, type TeamDetail } from "./schema.ts";

/** Having a team adopted or releasing it, emptying it, deleting it. */
export function TeamDanger({
  detail,
  onDeleted,
}: {
  readonly detail: TeamDetail;
  readonly onDeleted: () => void;
}) {
  const t = useTranslations("teams.danger");
  const { may } = useConsole();
  const [deleting, setDeleting] = useState(false);
  if (!may("teams.manage")) return null;
  const { team, provider } = detail;
  const change = team.source === "scim" ? "release" : "adopt";
  return (
    <Section id="danger" title={t("title")}>
      <Card className="divide-y divide-border">
        <Row title={t(`${change}.title`, { provider })} hint={t(`${change}.hint`, { provider })}>
          <AskFirst detail={detail} act={change} />
        </Row>
        {!team.synced && team.memberCount > 0 ? (
          <Row title={t("empty.title")} hint={t("empty.hint")}>
            <AskFirst detail={detail} act="empty" />
          </Row>
        ) : null}
        <Row
          title={t("delete.title")}
          hint={team.source === "scim" ? t("delete.hintSynced", { provider }) : t("delete.hint")}
        >
          <Button variant="danger" onClick={() => setDeleting(true)}>
            {t("delete.button")}
          </Button>
        </Row>
      </Card>
      <DeleteTeamDialog
        team={team}
        provider={provider}
        open={deleting}
        onOpenChange={setDeleting}
        onDeleted={onDeleted}
      />
    </Section>
  );
}

interface RowProps {
  readonly title: ReactNode;
  readonly hint: ReactNode;
  readonly children: ReactNode;
}

function Row({ title, hint, children }: RowProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 p-4 sm:px-5">
      <div className="grid max-w-prose gap-0.5 text-sm">
        <p className="font-medium">{title}</p>
        <p className="text-13 text-muted-foreground">{hint}</p>
      </div>
      {children}
    </div>
  );
}

const REPLIES = { adopt: handOverReply, release: handOverReply, empty: membershipReply } as const;

interface AskFirstProps {
  readonly detail: TeamDetail;
  readonly act: keyof typeof REPLIES;
}

function AskFirst({ detail: { team, provider }, act }: AskFirstProps) {
  const t = useTranslations("teams.danger");
  const failure = useFailure();
  const [asking, setAsking] = useState(false);
  const values = { name: team.displayName, provider, count: team.memberCount };
  const run = useTeamAct(
    async () => {
      await api.post(`/api/console/teams/${team.id}/${act}`, REPLIES[act]);
    },
    () => {
      setAsking(false);
      toast.success(t(`${act}.done`, values));
    },
  );
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t(`${act}.button`, values)}</Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t(`${act}.ask`, values)}
        confirmLabel={t(`${act}.confirm`)}
        onConfirm={() => run.mutate(undefined)}
        busy={run.isPending}
        error={failure(run.error)}
      >
        {t(`${act}.body`, values)}
      </ConfirmDialog>
    </>
  );
}
