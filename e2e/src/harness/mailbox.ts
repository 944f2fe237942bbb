import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** A mail server on this machine that keeps what it is sent. */
export interface Mailbox {
  /** For `SMTP_URL`. */
  readonly url: string;
  /** The mails to an address so far, each as it arrived. */
  to(address: string): readonly string[];
  close(): Promise<void>;
}

/** Starts the SMTP server of npm `smtp-server` on a free port. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: { to: readonly string[]; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      text(stream).then((received) => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: decoded(received) });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${portOf(server.server.address())}`,
    to: (address) => mails.filter((mail) => mail.to.includes(address)).map((mail) => mail.text),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Long lines are sent as quoted-printable. RFC 2045 §6.7 */
function decoded(mail: string): string {
  if (!/^content-transfer-encoding: quoted-printable/im.test(mail)) return mail;
  return mail
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The mail server has no port.");
  return address.port;
}
