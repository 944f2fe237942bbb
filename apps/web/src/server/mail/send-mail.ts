import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "@rollcall/db";
import { deliverOne } from "@rollcall/directory/outbox/outbox";
import { createTransport } from "nodemailer";
import type { Env } from "../env.ts";
import type { Logger } from "../log.ts";
import { unsealMail } from "./mail-message.ts";

const EVERY_MS = 5_000;
/** How long a stop waits for the mail under way. One that was not sent by then is sent by the next start. */
const STOP_MS = 3_000;
/** Names and values of nodemailer's, in milliseconds, unless `SMTP_URL` has them: its own are minutes. */
const PATIENCE = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
};

/**
 * Sends the mails that are due, a few seconds after they were asked for. Without `SMTP_URL` nothing is sent.
 *
 * @returns ends the rounds and gives the mail under way a moment
 */
export function startMail(db: Database, { SMTP_URL, MAIL_FROM }: Env, log: Logger): () => Promise<void> {
  if (SMTP_URL === undefined) return async () => {};
  const transport = createTransport(patient(SMTP_URL));
  const send = async (payload: unknown): Promise<void> => {
    try {
      await transport.sendMail({ from: MAIL_FROM, ...(await unsealMail(payload)) });
    } catch (error) {
      log.warn({ err: error }, "A mail was not sent; it is tried again. See SMTP_URL.");
      throw error;
    }
  };
  let round: Promise<void> | undefined;
  let stopping = false;
  const run = async (): Promise<void> => {
    while (!stopping && (await deliverOne(db, "mail", send)));
  };
  const timer = setInterval(() => {
    round ??= run()
      .catch((error: unknown) => log.error({ err: error }, "Sending mail failed."))
      .finally(() => {
        round = undefined;
      });
  }, EVERY_MS);
  return async () => {
    stopping = true;
    clearInterval(timer);
    await Promise.race([round, sleep(STOP_MS, undefined, { ref: false })]);
    transport.close();
  };
}

function patient(address: string): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(PATIENCE)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(value));
  }
  return url.href;
}
