import type { Database } from "@rollcall/db";
import { deliverOne } from "@rollcall/directory/outbox/outbox";
import { createTransport } from "nodemailer";
import type { Env } from "../env.ts";
import type { Logger } from "../log.ts";
import { unsealMail } from "./mail-message.ts";

const EVERY_MS = 5_000;

/**
 * Sends the mails that are due, a few seconds after they were asked for. Without `SMTP_URL` nothing is sent.
 *
 * @returns ends the rounds and waits for one under way
 */
export function startMail(db: Database, { SMTP_URL, MAIL_FROM }: Env, log: Logger): () => Promise<void> {
  if (SMTP_URL === undefined) return async () => {};
  const transport = createTransport(SMTP_URL);
  const send = async (payload: unknown): Promise<void> => {
    await transport.sendMail({ from: MAIL_FROM, ...(await unsealMail(payload)) });
  };
  let round: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (await deliverOne(db, "mail", send));
  };
  const timer = setInterval(() => {
    round ??= run()
      .catch((error: unknown) => log.error({ err: error }, "Sending mail failed."))
      .finally(() => {
        round = undefined;
      });
  }, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await round;
    transport.close();
  };
}
