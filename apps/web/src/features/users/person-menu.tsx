"use client";

import { IconButton } from "@rollcall/ui/button";
import { CopyByHand } from "@rollcall/ui/copy-by-hand";
import { Menu, MenuItem, MenuSeparator } from "@rollcall/ui/menu";
import { useCopy } from "@rollcall/ui/use-copy";
import { Activity, Copy, MoreHorizontal, Power, PowerOff, User } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { useConsole } from "~/features/shell/console-context.tsx";
import { DeactivateDialog } from "./deactivate-dialog.tsx";
import { ReactivateDialog } from "./reactivate-dialog.tsx";
import type { PersonRow } from "./schema.ts";

type MenuPerson = Pick<PersonRow, "id" | "name" | "email" | "userName" | "externalId" | "active" | "source">;

export interface PersonMenuProps {
  readonly person: MenuPerson;
  readonly provider: string;
  /** The person was deactivated or reactivated. */
  readonly onChanged?: () => void;
}

/** What can be done with one person of the list. */
export function PersonMenu({ person, provider, onChanged }: PersonMenuProps) {
  const t = useTranslations("users.actions");
  const { may, actor } = useConsole();
  const { copy } = useCopy();
  const [byHand, setByHand] = useState(false);
  const [asking, setAsking] = useState(false);
  const manage = may("users.manage") && person.id !== actor.id;
  const subject = encodeURIComponent(person.email ?? person.userName);
  const copyId = async () => {
    if (await copy(person.externalId ?? "")) toast.success(t("copied", { provider }));
    else setByHand(true);
  };
  const Dialog = person.active ? DeactivateDialog : ReactivateDialog;
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t("menu", { name: person.name })}>
            <MoreHorizontal aria-hidden />
          </IconButton>
        }
      >
        <MenuItem icon={<User />} render={<Link href={`/access/users/${person.id}`} />}>
          {t("view")}
        </MenuItem>
        {person.externalId ? (
          <MenuItem icon={<Copy />} onSelect={copyId}>
            {t("copyId", { provider })}
          </MenuItem>
        ) : null}
        <MenuItem
          icon={<Activity />}
          render={<Link href={`/settings/security/provisioning/activity?q=${subject}`} />}
        >
          {t("activity")}
        </MenuItem>
        {manage ? (
          <>
            <MenuSeparator />
            <MenuItem
              icon={person.active ? <PowerOff /> : <Power />}
              danger={person.active}
              onSelect={() => setAsking(true)}
            >
              {person.active ? t("deactivate") : t("reactivate")}
            </MenuItem>
          </>
        ) : null}
      </Menu>
      <Dialog person={person} provider={provider} open={asking} onOpenChange={setAsking} onDone={onChanged} />
      <CopyByHand
        name={t("idName", { provider })}
        text={person.externalId ?? ""}
        open={byHand}
        onOpenChange={setByHand}
      />
    </>
  );
}
