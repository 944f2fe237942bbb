import { uuidv7 } from "@rollcall/db";
import type { ClientBase } from "pg";

/** Who did it. `id` is null for the command line and for the product itself. */
export interface AuditActor {
  readonly id: string | null;
  readonly name: string;
}

/** What it was done to. `name` is kept as it read at that moment: the target may be renamed or gone later. */
export interface AuditTarget {
  readonly type: string;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}

/** `noun.past_tense`: `team.deleted`, `scim_token.regenerated`. */
export type AuditAction = `${string}.${string}`;

/** A record of values worth comparing. Never a secret: the audit log is shown and exported as it is. */
export type AuditValues = Readonly<Record<string, unknown>>;

export interface AuditRecord {
  readonly tenantId: string;
  readonly actor: AuditActor;
  readonly action: AuditAction;
  readonly target?: AuditTarget | undefined;
  /** What the act changed, as it was and as it became; only the fields that differ. */
  readonly before?: AuditValues | undefined;
  readonly after?: AuditValues | undefined;
  readonly ip?: string | undefined;
}

const INSERT = `
  INSERT INTO "AuditEntry"
    ("tenantId", "id", "actorId", "actorName", "action", "targetType", "targetId", "targetName", "before", "after", "ip")
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/**
 * Writes one act of a person into the audit log, in the transaction of the act itself: neither is without the other.
 *
 * @param client A client inside the transaction of the act.
 * @returns The id of the entry, for the link that the console shows after the act.
 */
export async function recordAudit(client: ClientBase, record: AuditRecord): Promise<string> {
  const id = uuidv7();
  const { actor, target } = record;
  await client.query(INSERT, [
    record.tenantId,
    id,
    actor.id,
    actor.name,
    record.action,
    target?.type ?? null,
    target?.id ?? null,
    target?.name ?? null,
    json(record.before),
    json(record.after),
    record.ip ?? null,
  ]);
  return id;
}

function json(values: AuditValues | undefined): string | null {
  return values === undefined ? null : JSON.stringify(values);
}
