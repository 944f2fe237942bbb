import { seal, unseal } from "@rollcall/directory/sso/sealed-secret";
import { z } from "zod";
import { authSecret } from "../auth-secret.ts";

export interface MailMessage {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const Message = z.object({ to: z.string(), subject: z.string(), text: z.string() });
const Sealed = z.object({ sealed: z.string() });

/** A mail as the outbox keeps it. It may hold a link that lets someone in, so it is not readable there. */
export async function sealMail(message: MailMessage): Promise<{ sealed: string }> {
  return { sealed: seal(JSON.stringify(message), await authSecret()) };
}

/** @throws when it was sealed with another key: it can never be sent then. */
export async function unsealMail(payload: unknown): Promise<MailMessage> {
  const text = unseal(Sealed.parse(payload).sealed, await authSecret());
  if (text === null) throw new Error("The mail was sealed with another ROLLCALL_SECRET.");
  return Message.parse(JSON.parse(text));
}
