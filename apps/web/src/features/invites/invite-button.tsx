"use client";

import { Button } from "@rollcall/ui/button";
import { Dialog } from "@rollcall/ui/dialog";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useConsole } from "~/features/shell/console-context.tsx";
import { InviteForm } from "./invite-form.tsx";
import { OpenInvites } from "./open-invites.tsx";
import { useInvites } from "./queries.ts";

/** Invite User: opens the dialog that invites people and lists the invites that are still open. */
export function InviteButton() {
  const t = useTranslations("invites");
  const { may } = useConsole();
  const [open, setOpen] = useState(false);
  const { data } = useInvites(open);
  if (!may("users.manage")) return null;
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <UserPlus aria-hidden />
        {t("open")}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t("title")} description={t("description")}>
        <div className="grid gap-6">
          <InviteForm mail={data?.mail ?? false} />
          <OpenInvites invites={data?.invites ?? []} />
        </div>
      </Dialog>
    </>
  );
}
