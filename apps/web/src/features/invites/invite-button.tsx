"use client";

import { Button } from "@rollcall/ui/button";
import { GuardedDialog, type Loss } from "@rollcall/ui/guarded-dialog";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { LoadError } from "~/features/list/load-error.tsx";
import { useConsole } from "~/features/shell/console-context.tsx";
import { InviteForm, type Unsaved } from "./invite-form.tsx";
import { OpenInvites } from "./open-invites.tsx";
import { useInvites } from "./queries.ts";

/** Invite User: opens the dialog that invites people and lists the invites that are still open. */
export function InviteButton() {
  const t = useTranslations("invites");
  const { may } = useConsole();
  const [open, setOpen] = useState(false);
  const unsaved = useRef<Unsaved>(null);
  const invites = useInvites(open);
  const { data } = invites;
  const losing = (): Loss | null => {
    if (unsaved.current !== "link") return unsaved.current;
    const [title, body] = [t("leave.title"), t("leave.body")];
    return { title, body, leave: t("leave.leave"), stay: t("leave.stay") };
  };
  if (!may("users.manage")) return null;
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <UserPlus aria-hidden />
        {t("open")}
      </Button>
      <GuardedDialog
        open={open}
        losing={losing}
        onOpenChange={setOpen}
        title={t("title")}
        description={t("description")}
      >
        <div className="grid gap-6">
          <InviteForm mail={data?.mail ?? false} unsaved={unsaved} />
          {invites.isError && !data ? (
            <LoadError
              error={invites.error}
              onRetry={() => invites.refetch()}
              retrying={invites.isRefetching}
            />
          ) : null}
          <OpenInvites invites={data?.invites ?? []} />
        </div>
      </GuardedDialog>
    </>
  );
}
