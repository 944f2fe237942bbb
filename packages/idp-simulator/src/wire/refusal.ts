import { textAt } from "./json.ts";
import { type Reply, refusalLine, succeeded } from "./reply.ts";

/** A reply that the identity provider does not accept; its message is the one line that an admin sees. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly reply: Reply;

  constructor(reply: Reply) {
    super(refusalLine(reply));
    this.reply = reply;
  }
}

/** The reply itself when it is a 2xx. @throws {Refusal} otherwise */
export function accepted(reply: Reply): Reply {
  if (!succeeded(reply)) throw new Refusal(reply);
  return reply;
}

/** The id in an accepted reply. @throws when the server refused, or answered without an id */
export function acceptedId(reply: Reply): string {
  const id = textAt(accepted(reply).json, "id");
  if (id === undefined) throw new Error(`The server's ${reply.status} reply has no id`);
  return id;
}
