import type { Database } from "@rollcall/db";
import { explainEvent } from "../explain-event.ts";
import type { Provider } from "../provider.ts";
import { type Sentence, say } from "../sentence.ts";
import type { CheckAnswer, PayloadCheck, PayloadRequest } from "./check.ts";
import { effectsOf } from "./effects.ts";
import { matchOf } from "./match.ts";
import { readingOf } from "./reading.ts";
import { type Endpoint, isRefused, type Rehearsed, rehearseRequest } from "./rehearse-request.ts";
import { checkSteps } from "./steps.ts";

/**
 * Tells what would come of a payload: what the endpoint reads in it, whom it is about, what would change and what would
 * be answered. The endpoint itself answers it, and all that it writes is taken back.
 *
 * @throws a database error for which `isBrokenOff` holds, when others were writing the same rows
 */
export async function checkPayload(
  db: Database,
  endpoint: Endpoint,
  provider: Provider,
  request: PayloadRequest,
): Promise<PayloadCheck> {
  const rehearsed = await rehearseRequest(db, endpoint, request);
  const { event, seen, paused, team } = rehearsed;
  const { code, likely, steps: fixes, suggestion } = explainEvent(event, provider);
  const { match, changes } = await matchOf(db.pool, endpoint.tenantId, rehearsed, code);
  const judged = {
    outcome: event.outcome,
    reading: readingOf(seen, request.method),
    match,
    effects: isRefused(rehearsed) ? null : effectsOf(rehearsed, changes),
    answer: answerOf(rehearsed),
    code,
  };
  const steps = checkSteps(judged, {
    about: event.operation.startsWith("group.") ? "team" : "person",
    isPatch: request.method === "PATCH",
    readable: seen.call?.body !== undefined,
    teamName: team?.name ?? null,
  });
  return { ...judged, steps, paused, facts: factsOf(rehearsed), likely, fixes, suggestion };
}

function answerOf({ event, reply }: Rehearsed): CheckAnswer {
  return { ...reply, scimType: event.scimType, detail: event.detail };
}

function factsOf({ event }: Rehearsed): Sentence[] {
  return [
    ...(event.detail ? [say("check.detail", { detail: event.detail })] : []),
    ...(event.warnings ?? []).map(({ detail }) => say("check.warning", { detail })),
  ];
}
