import type { ExplainedEvent } from "./event.ts";
import type { Provider } from "./provider.ts";
import { type Sentence, say } from "./sentence.ts";

type Told = Pick<
  ExplainedEvent,
  "operation" | "outcome" | "method" | "subject" | "authClass" | "path" | "connectionTest"
>;

/** What happened, in one sentence: "Created Ada Lovelace". */
export function eventSentence(event: Told, provider: Provider): Sentence {
  const name = event.subject ?? event.path.split("?", 1)[0];
  return say(`events.${event.outcome}${variant(event)}`, { name, provider: provider.name });
}

const WRITES = new Set([
  "user.create",
  "user.replace",
  "user.update",
  "user.deactivate",
  "user.reactivate",
  "user.delete",
  "group.create",
  "group.replace",
  "group.update",
  "group.delete",
  "bulk",
]);

function variant(event: Told): string {
  const [noun] = event.operation.split(".", 1);
  const kind = noun === "user" || noun === "group" ? noun : "other";
  switch (event.outcome) {
    case "applied":
      return WRITES.has(event.operation) ? `.${event.operation}` : ".other";
    case "no_change":
      return `.${kind}`;
    case "rejected":
      return event.subject && event.method !== "GET" ? `.${kind}` : ".other";
    case "auth_failed":
      return event.authClass === "paused" ? ".paused" : ".other";
    case "server_error":
      return "";
    case "lookup":
      return `.${lookup(event)}`;
  }
}

function lookup(event: Told): string {
  if (event.connectionTest) return "test";
  switch (event.operation) {
    case "user.list":
    case "group.list":
      return event.subject ? event.operation : `${event.operation}_all`;
    case "user.read":
    case "group.read":
    case "search":
    case "discovery":
      return event.operation;
    default:
      return "other";
  }
}
