import type { ExplainedEvent } from "./event.ts";
import { eventSentence } from "./event-sentence.ts";
import { malformedProblem, reasonOfClass } from "./findings/auth-class.ts";
import { pathMistake } from "./findings/wrong-path.ts";
import { named, type Provider } from "./provider.ts";
import { isReasonCode, type ReasonCode, stepsFor } from "./reason.ts";
import { type Sentence, say } from "./sentence.ts";
import { suggestion } from "./suggestion.ts";

/** One request, told in three layers. */
export interface Explanation {
  /** What happened, in a sentence. */
  readonly sentence: Sentence;
  /** Why it did not go as asked; null when it did. */
  readonly code: ReasonCode | null;
  /** Fact: what arrived, and what we answered. */
  readonly received: readonly Sentence[];
  /** Inference. */
  readonly likely: Sentence | null;
  /** What to do, in the identity provider's own labels. */
  readonly steps: readonly Sentence[];
  /** A value that would have been accepted, to copy. */
  readonly suggestion: string | null;
}

/** Explains one event to an admin of `provider`. */
export function explainEvent(event: ExplainedEvent, provider: Provider): Explanation {
  const code = reasonOf(event);
  const values = { ...named(provider), name: event.subject ?? "" };
  return {
    sentence: eventSentence(event, provider),
    code,
    received: [requestFact(event), ...reasonFacts(event, code, values), ...bodyFacts(event)],
    likely: likelyCause(event, code, values),
    steps: code ? stepsFor(code, provider, values) : [],
    suggestion: code ? suggestion(code, refusedName(event, code)) : null,
  };
}

function likelyCause(
  event: ExplainedEvent,
  code: ReasonCode | null,
  values: Sentence["values"],
): Sentence | null {
  if (code) return say(`reasons.${code}.cause`, values);
  return event.connectionTest ? say("received.test_cause", values) : null;
}

/** What the reason is about: a name among the values of a person, else the subject of the request itself. */
function refusedName(event: ExplainedEvent, code: ReasonCode): string {
  const skipped = event.warnings?.find((warning) => warning.code === code);
  return skipped ? (skipped.value ?? "") : (event.subject ?? "");
}

/** The reason code of an event: why it was refused or failed, or what of it was skipped. */
export function reasonOf(event: ExplainedEvent): ReasonCode | null {
  switch (event.outcome) {
    case "auth_failed":
      return reasonOfClass(event.authClass ?? "unknown");
    case "server_error":
      return "server.error";
    case "rejected":
      return event.reason && isReasonCode(event.reason) ? event.reason : "request.refused";
    default: {
      const warned = event.warnings?.map((warning) => warning.code).find(isReasonCode);
      return warned ?? null;
    }
  }
}

function requestFact(event: ExplainedEvent): Sentence {
  const last4 = event.tokenLast4 ?? event.presented4;
  return say(last4 ? "received.request_token" : "received.request", {
    request: `${event.method} ${event.path}`,
    ip: event.ip ?? "–",
    status: event.status,
    last4,
  });
}

function reasonFacts(event: ExplainedEvent, code: ReasonCode | null, values: Sentence["values"]): Sentence[] {
  if (!code) return [];
  if (code === "auth.retired_token" && event.tokenRetiredAt) {
    const { tokenLast4: last4, tokenRetiredByName: retiredBy, tokenRetiredAt: retiredAt } = event;
    return [say("findings.auth.retired_token.received", { ...values, last4, retiredBy, retiredAt })];
  }
  if (code === "auth.malformed_header") {
    return [say(`findings.${code}.received_${malformedProblem(event.detail)}`, values)];
  }
  if (code === "path.not_found") {
    const path = event.path.split("?", 1)[0];
    return [say(`findings.${code}.received_${pathMistake(event.path)}`, { ...values, path })];
  }
  return [say(`reasons.${code}.meaning`, values)];
}

function bodyFacts(event: ExplainedEvent): Sentence[] {
  const facts: Sentence[] = [];
  if (event.connectionTest && event.subject) facts.push(say("received.test", { name: event.subject }));
  if (event.detail && event.outcome === "rejected") {
    facts.push(say("received.detail", { detail: event.detail }));
  }
  for (const warning of event.warnings ?? []) {
    facts.push(say("received.warning", { detail: warning.detail }));
  }
  if (event.groupsValue === "absent" || event.groupsValue === "empty") {
    facts.push(say(`received.groups_${event.groupsValue}`));
  } else if (event.groupsValue) {
    facts.push(say("received.groups_some", { count: Number(event.groupsValue) }));
  }
  if (event.count > 1) {
    facts.push(say("received.counted", { count: event.count, lastAt: event.lastAt ?? event.at }));
  }
  return facts;
}
