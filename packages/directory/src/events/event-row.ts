import { uuidv7 } from "@rollcall/db";
import type { Call, JsonValue } from "@rollcall/scim";
import { matchKey } from "../policies/match-key.ts";
import type { EventDraft } from "./provisioning-event.ts";
import { redact, redactPath } from "./redact.ts";

/** A row of `ProvisioningEvent` as JSON that `json_populate_record` reads. */
export interface EventRow {
  /** Absent where the statement that writes the row fills it in. */
  readonly tenantId?: string | undefined;
  readonly id: string;
  readonly count: number;
  readonly lastAt?: string | undefined;
  readonly [column: string]: JsonValue | undefined;
}

/** Whose request it was, as far as that is known. */
export interface EventCaller {
  readonly tenantId?: string | undefined;
  readonly tokenId?: string | undefined;
}

const MAX_KEYS = 60;
const MAX_KEY_LENGTH = 320;

/** A refusal that never reached its use-case is about a person or a team all the same; a refused caller is about neither. */
function resourceTypeOf({ operation, outcome }: EventDraft): "User" | "Group" | undefined {
  if (outcome === "auth_failed") return undefined;
  if (operation.startsWith("user.")) return "User";
  return operation.startsWith("group.") ? "Group" : undefined;
}

/** The whole row of a request's event: what the call tells, and what came of it. */
export function eventRow(call: Call, caller: EventCaller, draft: EventDraft): EventRow {
  const now = Date.now();
  return {
    tenantId: caller.tenantId,
    id: uuidv7(),
    at: new Date(now).toISOString(),
    requestId: call.requestId,
    method: call.method.slice(0, 20),
    path: redactPath(call.path),
    operation: draft.operation,
    resourceType: draft.resourceType ?? resourceTypeOf(draft),
    resourceId: draft.resourceId,
    subject: draft.subject?.slice(0, MAX_KEY_LENGTH),
    subjectKeys: subjectKeys(draft.subjectKeys ?? []),
    outcome: draft.outcome,
    reason: draft.reason,
    status: draft.status,
    scimType: draft.scimType,
    detail: draft.detail?.slice(0, 2_000),
    tokenId: caller.tokenId,
    ip: call.ip?.slice(0, 64),
    userAgent: call.userAgent?.slice(0, 512),
    durationMs: Math.max(0, now - call.receivedAt.getTime()),
    groupsValue: draft.groupsValue,
    dialects: [...new Set(call.deviations.map((deviation) => deviation.dialect))],
    warnings: draft.warnings?.length
      ? draft.warnings.slice(0, 100).map((warning) => ({ ...warning }))
      : undefined,
    changes: draft.changes?.map((change) => ({ ...change })),
    request: call.body === undefined ? undefined : redact(call.body),
    response: draft.response,
    count: 1,
  };
}

const UNSTORABLE = /\\\\|\\u0000|\\ud[89a-f][0-9a-f]{2}/g;

/** The row as JSON text for a `json` parameter. */
export function eventJson(rows: EventRow | readonly EventRow[]): string {
  return storableJson(JSON.stringify(rows));
}

/**
 * PostgreSQL's jsonb holds neither NUL nor half of a surrogate pair: in JSON text, where both are always escaped, they
 * become U+FFFD. An escaped backslash is matched too, so that what follows it is not taken for an escape.
 */
function storableJson(text: string): string {
  if (!text.includes("\\u")) return text;
  return text.replace(UNSTORABLE, (match) => (match === "\\\\" ? match : "\\ufffd"));
}

function subjectKeys(identifiers: readonly string[]): string[] {
  const keys = identifiers.map((each) => matchKey(each.slice(0, MAX_KEY_LENGTH))).filter((key) => key !== "");
  return [...new Set(keys)].slice(0, MAX_KEYS);
}
