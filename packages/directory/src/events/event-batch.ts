import type { Store } from "@rollcall/db";
import { type EventRow, eventJson } from "./event-row.ts";

/** Use of a token, as far as the console shows it. */
export interface TokenUse {
  readonly tenantId: string;
  readonly id: string;
  readonly at: string;
  readonly ip?: string | undefined;
}

const DELAY_MS = 200;
/** A batch of so many is written at once, so that none grows large enough to hold up the requests beside it. */
const BATCH = 100;
/** Past this, the oldest are dropped: a log must not take the memory that requests need. */
const MAX_WAITING = 10_000;

const INSERT_EVENTS = `
  INSERT INTO "ProvisioningEvent"
  SELECT e.* FROM json_populate_recordset(NULL::"ProvisioningEvent", $1::json) e`;

/** Refused credentials of one kind share a row, whichever replica met them. */
const COUNT_FAILURES = `${INSERT_EVENTS}
  ON CONFLICT ("tenantId", id) DO UPDATE
    SET count = "ProvisioningEvent".count + EXCLUDED.count, "lastAt" = EXCLUDED."lastAt"
    WHERE EXCLUDED.outcome = 'auth_failed'`;

const MARK_TOKENS = `
  UPDATE "ScimToken" k
     SET "firstUsedAt" = COALESCE(k."firstUsedAt", used.at), "lastUsedIp" = used.ip,
         "lastUsedAt" = GREATEST(k."lastUsedAt", used.at)
    FROM jsonb_to_recordset($1::jsonb) AS used("tenantId" uuid, id uuid, at timestamptz, ip text)
   WHERE k."tenantId" = used."tenantId" AND k.id = used.id`;

/** Teams of which a lookup of staleness must know that they were named. Whoever holds a row's lock touches it anyway. */
const TOUCH_TEAMS = `
  UPDATE "Team" t SET "lastTouchedAt" = now()
   WHERE (t."tenantId", t.id) IN (
     SELECT f."tenantId", f.id FROM "Team" f
       JOIN jsonb_to_recordset($1::jsonb) AS named("tenantId" uuid, id uuid)
         ON f."tenantId" = named."tenantId" AND f.id = named.id
      WHERE f."lastTouchedAt" IS NULL OR f."lastTouchedAt" < now() - interval '1 minute'
        FOR NO KEY UPDATE OF f SKIP LOCKED)`;

/**
 * Writes what need not stand in the transaction of a request: lookups, refused credentials, the last use of a token.
 * Each waits at most 200 ms. `flush` before the process ends.
 */
export class EventBatch {
  readonly #db: Pick<Store, "pool">;
  readonly #onError: (error: unknown) => void;
  #events = new Map<string, EventRow>();
  #uses = new Map<string, TokenUse>();
  #teams = new Map<string, { tenantId: string; id: string }>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  /** Whether a write will begin when the one under way has ended. There is never more than one of them. */
  #queued = false;

  constructor(db: Pick<Store, "pool">, onError: (error: unknown) => void) {
    this.#db = db;
    this.#onError = onError;
  }

  /** A row whose id was added before adds its count to that row: refused credentials of one kind. */
  add(row: EventRow): void {
    const waiting = this.#events.get(row.id);
    if (waiting === undefined && this.#events.size >= MAX_WAITING) {
      const [oldest = ""] = this.#events.keys();
      this.#events.delete(oldest);
    }
    this.#events.set(
      row.id,
      waiting ? { ...waiting, count: waiting.count + row.count, lastAt: row.lastAt } : row,
    );
    this.#schedule();
  }

  used(use: TokenUse): void {
    this.#uses.set(`${use.tenantId}/${use.id}`, use);
    this.#schedule();
  }

  touched(tenantId: string, id: string): void {
    this.#teams.set(`${tenantId}/${id}`, { tenantId, id });
    this.#schedule();
  }

  /** Resolves when everything added before has been written, or has failed and been reported. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#queued) {
      this.#queued = true;
      this.#writing = this.#writing.then(() => this.#writeWaiting());
    }
    return this.#writing;
  }

  #schedule(): void {
    if (this.#events.size >= BATCH) void this.flush();
    else this.#timer ??= setTimeout(() => void this.flush(), DELAY_MS).unref();
  }

  /** Writes what waits now, which is more than a batch when the one before took long. */
  async #writeWaiting(): Promise<void> {
    this.#queued = false;
    const events = [...this.#events.values()];
    const uses = [...this.#uses.values()];
    const teams = [...this.#teams.values()];
    this.#events = new Map();
    this.#uses = new Map();
    this.#teams = new Map();
    const failures = events.filter((event) => event.outcome === "auth_failed");
    const others = events.filter((event) => event.outcome !== "auth_failed");
    // Replicas that mark the same tokens do so in the same order, so that neither waits for the other in a circle.
    uses.sort((one, other) => (one.id < other.id ? -1 : 1));
    await this.#write("events.batch", INSERT_EVENTS, others, eventJson);
    await this.#write("events.failures", COUNT_FAILURES, failures, eventJson);
    await this.#write("tokens.used", MARK_TOKENS, uses, JSON.stringify);
    await this.#write("teams.touched", TOUCH_TEAMS, teams, JSON.stringify);
  }

  /** What cannot be written is reported, and holds up nothing else. */
  async #write<Row>(
    name: string,
    text: string,
    rows: readonly Row[],
    json: (rows: readonly Row[]) => string,
  ): Promise<void> {
    if (rows.length === 0) return;
    try {
      await this.#db.pool.query({ name, text, values: [json(rows)] });
    } catch (error) {
      this.#onError(error);
    }
  }
}
