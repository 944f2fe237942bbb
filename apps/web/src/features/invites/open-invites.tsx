"use client";

import { Button } from "@rollcall/ui/button";
import { Callout } from "@rollcall/ui/callout";
import { useAnnounce } from "@rollcall/ui/live-region";
import { StatusPill } from "@rollcall/ui/status-pill";
import { TimeAgo } from "@rollcall/ui/time-ago";
import { useTranslations } from "next-intl";
import { failureText } from "~/lib/failure-text.ts";
import { useRevokeInvite } from "./queries.ts";
import type { Invite } from "./schema.ts";

/** Invites that nobody has used yet, each to be revoked. */
export function OpenInvites({ invites }: { readonly invites: readonly Invite[] }) {
  const t = useTranslations("invites");
  const announce = useAnnounce();
  const revoke = useRevokeInvite();
  if (invites.length === 0) return null;
  return (
    <section aria-labelledby="open-invites" className="grid gap-2">
      <h3 id="open-invites" className="font-medium text-sm">
        {t("openInvites", { count: invites.length })}
      </h3>
      {revoke.error ? (
        <Callout role="alert" status="bad">
          {failureText(revoke.error)}
        </Callout>
      ) : null}
      <ul className="divide-y divide-border rounded-card border border-border">
        {invites.map((invite) => (
          <li
            key={invite.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5"
          >
            <div className="grid min-w-0">
              <span className="flex flex-wrap items-center gap-2 text-sm">
                <span className="break-all">{invite.email}</span>
                {invite.expired ? <StatusPill status="off">{t("expired")}</StatusPill> : null}
              </span>
              <span className="text-13 text-muted-foreground">
                {t("by", { role: t(`roles.${invite.role}`), name: invite.createdByName })}{" "}
                <TimeAgo at={invite.createdAt} />
              </span>
            </div>
            <Button
              size="sm"
              aria-label={t("revokeNamed", { email: invite.email })}
              busy={revoke.isPending && revoke.variables === invite.id}
              onClick={() => revoke.mutate(invite.id, { onSuccess: () => announce(t("revoked")) })}
            >
              {t("revoke")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
