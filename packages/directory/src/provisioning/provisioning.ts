import type { Store } from "@rollcall/db";
import type { Call, Outcome, ScimError } from "@rollcall/scim";
import { AuthFailures } from "../events/auth-failures.ts";
import { EventBatch } from "../events/event-batch.ts";
import { eventRow } from "../events/event-row.ts";
import { operationOf, resourceIdIn } from "../events/operation.ts";
import type { EventDraft } from "../events/provisioning-event.ts";
import { bodySubject } from "../events/subject.ts";
import { writeEvent } from "../events/write-event.ts";
import { Batches } from "./batches.ts";
import { CALLER, type Caller, type CallerRow, callerValues, connectionView } from "./caller.ts";
import type { UserToChange } from "./read-user.ts";
import { explainRefusal, NO_SUCH_TENANT, PAUSED, unauthorized } from "./refuse-caller.ts";
import { statement } from "./statement.ts";
import type { UserWithGroups } from "./user-row.ts";
import type { Stamp } from "./write-user.ts";

export interface ScimDirectoryOptions {
  /** Told of log rows that could not be written after their request was answered. */
  readonly onError?: (error: unknown) => void;
  /** How long a cursor of RFC 9865 stays good, in seconds. */
  readonly cursorTimeout?: number;
}

/** Whether a caller was let in; if not, the answer, whose event is already recorded. */
export type Admission =
  | { readonly admitted: true; readonly caller: Caller }
  | { readonly admitted: false; readonly outcome: Outcome<never> };

/** What the use-cases share: the database, the log, and how callers are let in and turned away. */
export class Provisioning {
  readonly db: Store;
  readonly options: ScimDirectoryOptions;
  /** Reads of one user. */
  readonly reads: Batches<UserWithGroups>;
  /** Reads of one user that is to be changed. */
  readonly readsToChange: Batches<UserToChange>;
  /** Writes of one user that need no transaction around them. */
  readonly writes: Batches<Stamp>;
  readonly #batch: EventBatch;
  readonly #failures = new AuthFailures();

  constructor(db: Store, options: ScimDirectoryOptions) {
    this.db = db;
    this.options = options;
    this.reads = new Batches(db);
    this.readsToChange = new Batches(db);
    this.writes = new Batches(db);
    this.#batch = new EventBatch(db, options.onError ?? (() => undefined));
  }

  /** Judges the caller row of a statement. Strict connections turn away the first deviation that is an error. */
  async admit(call: Call, row: CallerRow | undefined): Promise<Admission> {
    if (row === undefined) return turnedAway({ ok: false, error: NO_SUCH_TENANT });
    if (!isCaller(row) || call.credential.kind !== "bearer") return this.#refuseCaller(call, row);
    const at = call.receivedAt.toISOString();
    this.#batch.used({ tenantId: row.tenantId, id: row.tokenId, at, ip: call.ip });
    const error = strictError(call, row);
    if (error !== undefined) return turnedAway(await this.reject(call, row, error));
    return { admitted: true, caller: row };
  }

  /** A request that was refused before its use-case: the caller's own refusal comes first. RFC 7644 §3.12 */
  async refuse(call: Call, error: ScimError): Promise<Outcome<never>> {
    const admission = await this.authenticate(call);
    return admission.admitted ? this.reject(call, admission.caller, error) : admission.outcome;
  }

  /** Checks the caller and nothing else. */
  async authenticate(call: Call): Promise<Admission> {
    const values = callerValues(call.tenant, call.credential);
    const { rows } = await this.db.pool.query<CallerRow>(
      statement(`WITH ${CALLER} SELECT * FROM caller`, values),
    );
    return this.admit(call, rows[0]);
  }

  /** The answer to a call that needs a caller and nothing else. */
  async authenticateOnly(call: Call): Promise<Outcome<void>> {
    const admission = await this.authenticate(call);
    if (!admission.admitted) return admission.outcome;
    const operation = operationOf(call.method, call.path);
    this.note(call, admission.caller, { operation, outcome: "lookup", status: 200 });
    return { ok: true, value: undefined, connection: connectionView(admission.caller) };
  }

  /** Records a request that failed through a fault of ours, and lets the fault go on to whoever answers 500. */
  async watch<T>(call: Call, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      await this.#recordFault(call).catch(() => undefined);
      throw error;
    }
  }

  async #recordFault(call: Call): Promise<void> {
    const values = callerValues(call.tenant, call.credential);
    const { rows } = await this.db.pool.query<CallerRow>(
      statement(`WITH ${CALLER} SELECT * FROM caller`, values),
    );
    const caller = rows[0];
    if (!isCaller(caller)) return;
    this.note(call, caller, {
      operation: operationOf(call.method, call.path),
      ...bodySubject(call.body, resourceIdIn(call.path)),
      outcome: "server_error",
      status: 500,
      reason: "server.error",
      detail: "A fault in Rollcall. Nothing was changed; the identity provider may send this again.",
    });
  }

  /** Records a refusal, and is the answer that says so. */
  async reject(
    call: Call,
    caller: Caller,
    error: ScimError,
    known: Partial<EventDraft> = {},
  ): Promise<Outcome<never>> {
    const id = known.resourceId ?? resourceIdIn(call.path);
    const draft: EventDraft = {
      operation: operationOf(call.method, call.path),
      ...bodySubject(call.body, id),
      ...known,
      outcome: "rejected",
      status: error.status,
      reason: error.code,
      scimType: error.scimType,
      detail: error.detail,
      response: { status: String(error.status), scimType: error.scimType ?? null, detail: error.detail },
    };
    await writeEvent(this.db.pool, eventRow(call, caller, draft));
    return { ok: false, error, connection: connectionView(caller) };
  }

  /** Records a lookup, or a write that changed nothing, within 200 ms. */
  note(call: Call, caller: Caller, draft: EventDraft): void {
    this.#batch.add(eventRow(call, caller, draft));
  }

  /** Remembers that the identity provider still names these teams. */
  touched(tenantId: string, teamIds: readonly string[]): void {
    for (const id of teamIds) this.#batch.touched(tenantId, id);
  }

  flush(): Promise<void> {
    return this.#batch.flush();
  }

  async #refuseCaller(call: Call, row: CallerRow): Promise<Admission> {
    const failure = await explainRefusal(this.db, call, row);
    this.#batch.add(this.#failures.row(call, row.tenantId, failure));
    const error = failure.authClass === "paused" ? PAUSED : unauthorized(call);
    return turnedAway({ ok: false, error, connection: connectionView(row) });
  }
}

/** What a strict connection refuses of this request. */
export function strictError(call: Call, caller: CallerRow): ScimError | undefined {
  return caller.strict ? call.deviations.find((deviation) => deviation.error)?.error : undefined;
}

/** Whether a caller row stands for someone who may work. */
export function isCaller(row: CallerRow | undefined): row is Caller {
  return row?.standing === "ok" && row.tokenId !== null;
}

function turnedAway(outcome: Outcome<never>): Admission {
  return { admitted: false, outcome };
}
