"use client";

import { TimeAgo } from "@rollcall/ui/time-ago";
import { useTranslations } from "next-intl";
import { z } from "zod";

/** The sessions that a deactivation ended. */
export const Receipt = z
  .array(
    z.object({
      method: z.enum(["password", "saml", "oidc"]),
      createdAt: z.string(),
      lastSeenAt: z.string(),
      endedAt: z.string(),
    }),
  )
  .min(1);
export type Receipt = z.output<typeof Receipt>;

/** The sessions that a deactivation ended, when that is what a change holds. */
export function readReceipt(attribute: string, before: unknown): Receipt | null {
  return attribute === "sessions" ? (Receipt.safeParse(before).data ?? null) : null;
}

/** A deactivation's receipt: each session that ended with it, with its times. */
export function SessionReceipt({ sessions }: { readonly sessions: Receipt }) {
  const t = useTranslations("activity.sheet.receipt");
  return (
    <ul aria-label={t("label")} className="grid gap-2">
      {sessions.map((session) => (
        <li key={`${session.createdAt} ${session.lastSeenAt}`} className="grid gap-0.5">
          <span className="font-medium">{t(`methods.${session.method}`)}</span>
          {(["createdAt", "lastSeenAt", "endedAt"] as const).map((moment) => (
            <span key={moment}>
              {t(moment)} <TimeAgo at={session[moment]} absolute />
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
