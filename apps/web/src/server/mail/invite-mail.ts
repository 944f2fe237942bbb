import { getFormatter, getTranslations } from "next-intl/server";
import type { MailMessage } from "./mail-message.ts";

export interface InviteMail {
  readonly to: string;
  readonly link: string;
  readonly expiresAt: Date;
  readonly tenant: { readonly name: string };
  readonly actor: { readonly name: string };
}

/** The words of an invitation. */
export async function inviteMail({ to, link, expiresAt, tenant, actor }: InviteMail): Promise<MailMessage> {
  const t = await getTranslations("invites.mail");
  const format = await getFormatter();
  const date = format.dateTime(expiresAt, { dateStyle: "long" });
  return {
    to,
    subject: t("subject", { organization: tenant.name }),
    text: t("text", { name: actor.name, organization: tenant.name, link, date }),
  };
}
