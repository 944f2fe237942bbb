import type { Database } from "@rollcall/db";
import { matchKey } from "../../policies/match-key.ts";
import { eventAddress, linkAddress, resourceAddress, USERS } from "../address.ts";
import { eventSentence } from "../event-sentence.ts";
import { reasonOf } from "../explain-event.ts";
import type { Action } from "../finding.ts";
import { openScope, type Scope } from "../findings/scope.ts";
import { type ReasonCode, stepsFor } from "../reason.ts";
import { type Sentence, say } from "../sentence.ts";
import { credentialState } from "./credential-state.ts";
import { eventsNaming, type Known, peopleKnown, refusalsResembling } from "./evidence.ts";
import { judge, type Verdict } from "./judge.ts";
import { traceSteps } from "./steps.ts";
import type { Trace, TraceOutcome, TracePerson } from "./trace.ts";

/** The longest text worth looking for. */
const TEXT_LENGTH = 320;
const REQUESTS_SHOWN = 10;

/**
 * "Why isn't this person here?" Answers from every request that ever named the person, refused ones and look-ups included,
 * from the people who are here, and from what is absent.
 *
 * @param text an e-mail, userName, externalId or id
 * @returns null for a tenant without a connection, and for blank text
 */
export async function traceSubject(
  db: Database,
  tenantId: string,
  text: string,
  now: Date = new Date(),
): Promise<Trace | null> {
  const query = text.trim().slice(0, TEXT_LENGTH);
  const scope = await openScope(db, tenantId, now);
  if (!scope || query === "") return null;
  const exact = await eventsNaming(db, tenantId, matchKey(query));
  const written = exact.some((event) => event.outcome !== "lookup");
  const events = written ? exact : [...exact, ...(await refusalsResembling(db, tenantId, matchKey(query)))];
  const [known, credentials] = await Promise.all([
    peopleKnown(db, tenantId, query, events),
    credentialState(scope),
  ]);
  const verdict = judge(query, events, known, credentials);
  return toTrace(scope, query, verdict);
}

function toTrace(scope: Scope, query: string, verdict: Verdict): Trace {
  const { outcome, decisive, person, events } = verdict;
  const code = codeOf(verdict);
  const values = {
    provider: scope.provider.name,
    query,
    name: person?.name ?? decisive?.subject ?? query,
    email: person?.email ?? "",
    lookups: events.filter((event) => event.outcome === "lookup").length,
    reason: code ?? "",
  };
  const at = decisive?.at ?? null;
  return {
    query,
    outcome,
    code,
    headline: headline(verdict, values, at),
    steps: traceSteps(scope, verdict),
    received: received(verdict, values),
    likely: code && outcome !== "here" ? say(`reasons.${code}.cause`, values) : null,
    checks: code && outcome !== "here" ? stepsFor(code, scope.provider, values) : [],
    person: person ? toPerson(person) : null,
    eventId: decisive?.id ?? null,
    requests: events.slice(0, REQUESTS_SHOWN).map((event) => ({
      id: event.id,
      at: event.at.toISOString(),
      sentence: eventSentence(event, scope.provider),
      status: event.status,
    })),
    actions: actions(verdict, query),
  };
}

const CODES: Partial<Record<TraceOutcome, ReasonCode>> = {
  looked_up: "person.looked_up",
  scim_off: "auth.paused",
  nothing: "person.never_sent",
  local_conflict: "user.local_conflict",
};

function codeOf(verdict: Verdict): ReasonCode | null {
  if (verdict.outcome === "rejected" && verdict.decisive) return reasonOf(verdict.decisive);
  if (verdict.outcome === "credentials_refused") return verdict.credentials.code;
  return CODES[verdict.outcome] ?? null;
}

function headline(verdict: Verdict, values: Sentence["values"], at: Date | null): Sentence {
  const { outcome, person } = verdict;
  if (outcome === "deactivated") {
    const by = person?.deactivatedBy ?? "";
    const variant = by.startsWith("scim:") ? "deactivated_by_provider" : "deactivated_by_admin";
    return say(`trace.headline.${person?.deactivatedAt ? variant : "deactivated"}`, {
      ...values,
      by,
      at: person?.deactivatedAt,
    });
  }
  const local = outcome === "here" && person?.scimState === "none" && verdict.events.length === 0;
  return say(`trace.headline.${local ? "here_local" : outcome}`, {
    ...values,
    at: at ?? verdict.credentials.since,
  });
}

function received(verdict: Verdict, values: Sentence["values"]): Sentence[] {
  const { decisive, events } = verdict;
  const hidden = verdict.outcome === "deactivated" ? [say("trace.received.hidden", values)] : [];
  if (!decisive) {
    const sentBefore = verdict.person !== null && verdict.person.scimState !== "none";
    return [say(`trace.received.${sentBefore ? "older" : "nothing"}`, values), ...hidden];
  }
  const request = `${decisive.method} ${decisive.path.split("?", 1)[0]}`;
  const facts = [
    say(verdict.resembling ? "trace.received.resembling" : "trace.received.request", {
      ...values,
      request,
      name: decisive.subject,
      status: decisive.status,
      requests: events.length,
      at: decisive.at,
    }),
  ];
  const code = reasonOf(decisive);
  if (code) facts.push(say(`reasons.${code}.meaning`, values));
  if (decisive.detail && code) facts.push(say("received.detail", { detail: decisive.detail }));
  return [...facts, ...hidden];
}

function toPerson(known: Known): TracePerson {
  return {
    id: known.id,
    name: known.name,
    email: known.email,
    href: resourceAddress("person", known.id),
  };
}

function actions(verdict: Verdict, query: string): Action[] {
  const found: Action[] = [];
  if (verdict.outcome === "local_conflict" && verdict.person) {
    found.push({ kind: "link_account", href: linkAddress(verdict.person.id) });
  }
  if (verdict.outcome === "deactivated") {
    found.push({ kind: "see_users", href: `${USERS}?status=deactivated&q=${encodeURIComponent(query)}` });
  }
  if (verdict.decisive) found.push({ kind: "see_requests", href: eventAddress(verdict.decisive.id) });
  return found;
}
