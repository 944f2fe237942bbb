import { type Reply, refusalLine, succeeded } from "../wire/reply.ts";

/** A reply that OneLogin does not accept: the task's row turns red with the text of it. */
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
