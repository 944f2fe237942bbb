"use client";

import { TimeAgo } from "@rollcall/ui/time-ago";
import { useTranslations } from "next-intl";
import type { OwnSession } from "./schema.ts";

/** How a session was begun, from where, and when it was last used. */
export function SessionFacts({ session }: { readonly session: Omit<OwnSession, "current"> }) {
  const t = useTranslations("account.sessions");
  return (
    <span className="flex flex-wrap gap-x-2 text-13 text-muted-foreground">
      <span>{t(`methods.${session.method}`)}</span>
      {session.ip ? <span className="font-mono text-xs leading-5">{session.ip}</span> : null}
      <span>
        {t("seen")} <TimeAgo at={session.lastSeenAt} />
      </span>
      <span>
        {t("since")} <TimeAgo at={session.createdAt} />
      </span>
    </span>
  );
}
