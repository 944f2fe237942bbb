import type { ReasonCode } from "../reason.ts";
import { type Sentence, say } from "../sentence.ts";
import { CHECK_STEPS, type CheckStep, type CheckStepName, type PayloadCheck } from "./check.ts";

/** What came of a payload. */
type Judged = Pick<PayloadCheck, "reading" | "match" | "effects" | "answer" | "code">;

/** What kind of request it was. */
interface Kind {
  readonly about: "person" | "team";
  readonly isPatch: boolean;
  /** Whether the body was JSON that a SCIM request can hold. */
  readonly readable: boolean;
  /** What a new team would be called here, which may differ from the name received. */
  readonly teamName: string | null;
}

const ABOUT_WHOM: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  "user.username_taken",
  "user.local_conflict",
  "user.unknown_id",
  "group.name_taken",
  "group.manual_clash",
  "group.unknown_id",
]);

/** The five steps: each passed, failed or not reached. The answer is always reached. */
export function checkSteps(judged: Judged, kind: Kind): CheckStep[] {
  const failed = failedStep(judged, kind);
  const end = failed === null ? CHECK_STEPS.length : CHECK_STEPS.indexOf(failed);
  return CHECK_STEPS.map((name, index): CheckStep => {
    if (name === "answer") return { name, ...answered(judged) };
    if (index > end) return { name, state: "unreached", sentence: say("trace.steps.unreached") };
    const state = index === end ? "failed" : "ok";
    return { name, state, sentence: state === "ok" ? passed(name, judged, kind) : stopped(name, judged) };
  });
}

/** Where the endpoint would stop; null when it would do as asked. */
function failedStep({ answer, code }: Judged, { readable }: Kind): CheckStepName | null {
  if (answer.status < 400) return null;
  if (!readable) return "received";
  if (code === "user.last_admin") return "changes";
  return code && ABOUT_WHOM.has(code) ? "matched" : "acceptable";
}

function passed(name: Exclude<CheckStepName, "answer">, judged: Judged, kind: Kind): Sentence {
  const { reading, match } = judged;
  switch (name) {
    case "received": {
      const noun = kind.isPatch ? "change" : kind.about;
      const count = reading.understood.length;
      return say(`check.steps.received.${noun}`, { count, unknown: reading.unknown.length });
    }
    case "acceptable":
      return say("check.steps.acceptable");
    case "matched": {
      const id = match === null || match.kind === "new" ? `new_${kind.about}` : match.kind;
      return say(`check.steps.matched.${id}`, { name: match?.known?.label, team: kind.teamName });
    }
    case "changes":
      return say("check.steps.changes", { count: countChanges(judged) });
  }
}

function stopped(name: CheckStepName, { code, match }: Judged): Sentence {
  const reason = code ?? "request.refused";
  if (name === "matched" && match?.kind === "conflict" && match.known) {
    return say("check.steps.matched.conflict", { name: match.known.label, reason });
  }
  return say("check.steps.failed", { reason });
}

function answered({ answer }: Judged): Pick<CheckStep, "state" | "sentence"> {
  const refused = answer.status >= 400;
  const id = answer.scimType ? "check.steps.answer.typed" : "check.steps.answer.plain";
  return {
    state: refused ? "failed" : "ok",
    sentence: say(id, { status: answer.status, scimType: answer.scimType }),
  };
}

function countChanges({ effects }: Judged): number {
  if (effects === null) return 0;
  const { changes, joined, left, sessions, roles } = effects;
  return changes.length + joined.length + left.length + (sessions > 0 ? 1 : 0) + roles.length;
}
