import { reasonOf } from "../explain-event.ts";
import type { Scope } from "../findings/scope.ts";
import type { ReasonCode } from "../reason.ts";
import { type Sentence, say } from "../sentence.ts";
import type { Verdict } from "./judge.ts";
import { TRACE_STEPS, type TraceStep, type TraceStepName } from "./trace.ts";

/** Reasons for which the data of a person cannot be taken, whoever else is here. */
const INCOMPLETE = /^(payload\.|user\.(email|username)_(missing|invalid)$)/;

interface Halt {
  readonly at: TraceStepName;
  readonly sentence: Sentence;
}

/** The five steps, each passed, failed, or not reached because an earlier one ended the way. */
export function traceSteps(scope: Scope, verdict: Verdict): TraceStep[] {
  const halt = haltOf(scope, verdict);
  const end = halt ? TRACE_STEPS.indexOf(halt.at) : TRACE_STEPS.length;
  return TRACE_STEPS.map((name, index) => {
    if (halt && index === end) return { name, state: "failed", sentence: halt.sentence };
    if (index > end) return { name, state: "unreached", sentence: say("trace.steps.unreached") };
    return { name, state: "ok", sentence: passed(scope, verdict, name) };
  });
}

function haltOf(scope: Scope, verdict: Verdict): Halt | null {
  const { outcome, decisive, credentials } = verdict;
  const provider = scope.provider.name;
  if (outcome === "credentials_refused") {
    return { at: "accepted", sentence: refusedSentence(credentials.code) };
  }
  if (outcome === "scim_off") return { at: "reached", sentence: refusedSentence("auth.paused") };
  if (!decisive) {
    // Someone who was here before the oldest event that is kept has no events to show.
    return verdict.person?.exact
      ? null
      : { at: "reached", sentence: say("trace.steps.reached.failed", { provider }) };
  }
  if (decisive.outcome === "lookup") {
    return verdict.person
      ? null
      : { at: "complete", sentence: say("trace.steps.complete.looked_up", { provider }) };
  }
  if (decisive.outcome === "server_error") {
    return { at: "matched", sentence: say("reasons.server.error.title") };
  }
  const code = decisive.outcome === "rejected" ? reasonOf(decisive) : null;
  if (!code) return null;
  return { at: INCOMPLETE.test(code) ? "complete" : "matched", sentence: refusedSentence(code) };
}

function refusedSentence(code: ReasonCode | null): Sentence {
  return say(`reasons.${code ?? "request.refused"}.title`);
}

function passed(scope: Scope, verdict: Verdict, name: TraceStepName): Sentence {
  const { events, decisive, person, credentials } = verdict;
  const provider = scope.provider.name;
  switch (name) {
    case "reached":
      if (verdict.outcome === "credentials_refused") return say("trace.steps.reached.others", { provider });
      if (events.length === 0) return say("trace.steps.reached.unknown", { provider });
      return say("trace.steps.reached.ok", { count: events.length, at: events[0]?.at });
    case "accepted":
      return say("trace.steps.accepted.ok", { last4: decisive?.tokenLast4 ?? credentials.last4 });
    case "complete":
      return say("trace.steps.complete.ok");
    case "matched":
      if (!person) return say("trace.steps.matched.gone");
      return say(`trace.steps.matched.${person.exact ? "ok" : "other"}`, { name: person.name });
    case "teams":
      return teams(verdict, provider);
  }
}

function teams({ person, decisive }: Verdict, provider: string): Sentence {
  if (person && person.teams > 0) return say("trace.steps.teams.ok", { count: person.teams });
  if (decisive?.groupsValue === "absent") return say("trace.steps.teams.absent", { provider });
  return say("trace.steps.teams.none");
}
