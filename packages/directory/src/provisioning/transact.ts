import type { Call, Outcome } from "@rollcall/scim";
import type { ClientBase, QueryConfig } from "pg";
import { type Caller, type CallerRow, connectionView } from "./caller.ts";
import { isCaller, type Provisioning, strictError } from "./provisioning.ts";
import { isUniqueViolation, Overtaken, Refusal } from "./refusal.ts";

/** How often a transaction whose premises changed begins again. */
const ATTEMPTS = 5;

/** What the first statement of a transaction gave, for a caller who may work. */
export type FirstRows<Row> = readonly (CallerRow & Partial<Row>)[];

/**
 * Does work in one transaction whose first statement checks the caller. What the work throws as `Refusal` becomes the
 * answer, with an event of its own after the rollback; `Overtaken` and a unique key that someone else took first make
 * it begin again.
 *
 * @param first a statement that selects the caller's columns and what the work needs first
 */
export async function transact<Row, T>(
  to: Provisioning,
  call: Call,
  first: QueryConfig,
  work: (client: ClientBase, caller: Caller, rows: FirstRows<Row>) => Promise<T>,
): Promise<Outcome<T>> {
  for (let attempt = 1; ; attempt++) {
    try {
      const done = await to.db.transaction(async (client) => {
        const { rows } = await client.query<CallerRow & Partial<Row>>(first);
        const [caller] = rows;
        if (!isCaller(caller) || strictError(call, caller)) return { caller };
        return { caller, value: await refusing(caller, () => work(client, caller, rows)) };
      });
      const admission = await to.admit(call, done.caller);
      if (!admission.admitted) return admission.outcome;
      if (!("value" in done)) continue;
      return { ok: true, value: done.value, connection: connectionView(admission.caller) };
    } catch (error) {
      if (error instanceof RefusedWork) {
        return to.reject(call, error.caller, error.refusal.error, error.refusal.known);
      }
      const again = error instanceof Overtaken || isUniqueViolation(error);
      if (!again || attempt >= ATTEMPTS) throw error;
    }
  }
}

/** A refusal on its way out of the transaction, with the caller it is told to. */
class RefusedWork extends Error {
  readonly caller: Caller;
  readonly refusal: Refusal;

  constructor(caller: Caller, refusal: Refusal) {
    super(refusal.message);
    this.caller = caller;
    this.refusal = refusal;
  }
}

async function refusing<T>(caller: Caller, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refusal ? new RefusedWork(caller, error) : error;
  }
}
