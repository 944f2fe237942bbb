import type { Database } from "@rollcall/db";
import { raiseAlerts } from "@rollcall/directory/explain/alerts/raise-alerts";
import type { Logger } from "../log.ts";
import { alertMail } from "./alert-mail.ts";
import { sealMail } from "./mail-message.ts";

const EVERY_MS = 30_000;

/**
 * Looks every half minute for what admins are to be mailed, and puts it in the outbox.
 *
 * @param origin where the console is reached, for the links
 * @returns ends the rounds and waits for one under way
 */
export function startAlerts(db: Database, origin: string, log: Logger): () => Promise<void> {
  let round: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    round ??= raiseAlerts(db, (digest) => {
      const mail = alertMail(digest, origin);
      return Promise.all(digest.to.map((to) => sealMail({ to, ...mail })));
    })
      .catch((error: unknown) => log.error({ err: error }, "Looking for what to mail to admins failed."))
      .finally(() => {
        round = undefined;
      });
  }, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await round;
  };
}
