import type { Alert } from "@rollcall/directory/explain/alerts/alert";
import type { Digest } from "@rollcall/directory/explain/alerts/raise-alerts";
import { createTranslator, type Messages } from "next-intl";
import { sentenceText } from "~/features/explain/sentence-text.ts";
import english from "../../../messages/en/explain.json" with { type: "json" };
import type { MailMessage } from "./mail-message.ts";

const messages: Messages = { explain: english };
const t = createTranslator({ locale: "en", messages, namespace: "explain" });
const say = (sentence: Alert["title"]) => sentenceText(sentence, t, "en", "UTC");

/** Where an admin turns these mails off. */
const SETTINGS = "/settings/security/provisioning#settings";

/**
 * The words of what admins are told without opening the console: what was seen, the likely cause, what to do. The same to
 * each of them.
 *
 * @param origin where the console is reached
 */
export function alertMail({ tenant, alerts }: Digest, origin: string): Omit<MailMessage, "to"> {
  const organization = tenant.name;
  const [only] = alerts;
  const footer = t("alerts.mail.footer", { organization, link: `${origin}${SETTINGS}` });
  return {
    subject:
      alerts.length === 1
        ? t("alerts.mail.subject", { title: say(only.title), organization })
        : t("alerts.mail.subjectMany", { count: alerts.length, organization }),
    text: [...alerts.map((alert) => paragraphs(alert, origin)), `--\n${footer}`].join("\n\n\n"),
  };
}

function paragraphs({ title, facts, steps, href }: Alert, origin: string): string {
  const numbered = steps.map((step, index) =>
    steps.length === 1 ? say(step) : `${index + 1}. ${say(step)}`,
  );
  return [
    say(title),
    ...facts.map(say),
    [`${t("alerts.mail.todo")}:`, ...numbered].join("\n"),
    t("alerts.mail.more", { link: `${origin}${href}` }),
  ].join("\n\n");
}
