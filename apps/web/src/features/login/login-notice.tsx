import type { Voice } from "@rollcall/directory/explain/provider";
import { Callout } from "@rollcall/ui/callout";
import { useFormatter, useTranslations } from "next-intl";
import type { LoginNotice as Notice } from "./read-notice.ts";

export interface LoginNoticeProps {
  readonly notice: Notice;
  readonly provider: string;
  /** In whose labels the sentences speak. */
  readonly voice: Voice;
}

/** Why the person stands at the sign-in page, at the top of the card. */
export function LoginNotice({ notice, provider, voice }: LoginNoticeProps) {
  const t = useTranslations("login");
  const format = useFormatter();
  const date = format.dateTime(notice.at, { dateStyle: "medium" });
  if (notice.kind === "refused") {
    return (
      <Callout role="alert" status="warn" title={t("refused.title")}>
        <p>{t(`refused.${notice.reason}`, { provider, voice, date, mode: notice.mode })}</p>
        {notice.reference === null ? null : (
          <p className="mt-1 font-mono text-xs">{t("refused.reference", { reference: notice.reference })}</p>
        )}
      </Callout>
    );
  }
  const gone = notice.reason === "deactivated";
  return (
    <Callout
      role="alert"
      status={gone ? "warn" : "info"}
      title={gone ? t("ended.deactivatedTitle") : undefined}
    >
      {t(`ended.${notice.reason}`, { date })}
    </Callout>
  );
}
