import type { Database } from "@rollcall/db";
import { type EventRow, eventJson } from "./event-row.ts";

/** Use of a token, as far as the console shows it. */
export interface TokenUse {
  readonly tenantId: string;
  readonly id: string;
  readonly at: string;
  readonly ip?: string | undefined;
}

const DELAY_MS = 200;
/** Past this, the oldest are dropped: a log must not take the memory that requests need. */
const MAX_WAITING = 10_000;

const INSERT_EVENTS = `
  INSERT INTO "ProvisioningEvent"
  SELECT e.* FROM json_populate_recordset(NULL::"ProvisioningEvent", $1::json) e
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
  readonly #db: Pick<Database, "pool">;
  readonly #onError: (error: unknown) => void;
  #events = new Map<string, EventRow>();
  #uses = new Map<string, TokenUse>();
  #teams = new Map<string, { tenantId: string; id: string }>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(db: Pick<Database, "pool">, onError: (error: unknown) => void) {
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
    const events = [...this.#events.values()];
    const uses = [...this.#uses.values()];
    this.#events = new Map();
    this.#uses = new Map();
    const teams = [...this.#teams.values()];
    this.#teams = new Map();
    this.#writing = this.#writing.then(() => this.#write(events, uses, teams));
    return this.#writing;
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => void this.flush(), DELAY_MS).unref();
  }

  async #write(
    events: readonly EventRow[],
    uses: readonly TokenUse[],
    teams: readonly object[],
  ): Promise<void> {
    const { pool } = this.#db;
    try {
      if (events.length > 0) {
        await pool.query({ name: "events.batch", text: INSERT_EVENTS, values: [eventJson(events)] });
      }
      if (uses.length > 0) {
        await pool.query({ name: "tokens.used", text: MARK_TOKENS, values: [JSON.stringify(uses)] });
      }
      if (teams.length > 0) {
        await pool.query({ name: "teams.touched", text: TOUCH_TEAMS, values: [JSON.stringify(teams)] });
      }
    } catch (error) {
      this.#onError(error);
    }
  }
}
