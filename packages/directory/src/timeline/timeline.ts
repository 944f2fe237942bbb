import type { Database } from "@rollcall/db";
import type { EventOutcome } from "../events/provisioning-event.ts";

/** A request of the identity provider that named the person, or an act of an admin on them. */
export type TimelineEntry =
  | {
      readonly kind: "request";
      readonly id: string;
      readonly at: Date;
      readonly operation: string;
      readonly outcome: EventOutcome;
      readonly reason: string | null;
      readonly method: string;
      readonly path: string;
      readonly status: number;
      /** Names of the attributes that changed. */
      readonly changed: readonly string[];
    }
  | {
      readonly kind: "act";
      readonly id: string;
      readonly at: Date;
      readonly action: string;
      readonly actorName: string;
    };

export interface Timeline {
  readonly entries: readonly TimelineEntry[];
  /** Id to continue after; null at the beginning of what is kept. */
  readonly next: string | null;
}

export interface TimelineQuery {
  /** What it is about: entries of the audit log name it with this type. */
  readonly subject: { readonly type: "user" | "team"; readonly id: string };
  /** Only entries before this one. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** Ids sort by time in both tables, so that two logs become one story by merging them by id. */
const TIMELINE = `
  SELECT * FROM (
    (SELECT e."id", e."at", 'request' AS "kind", e."operation", e."outcome"::text, e."reason", e."method", e."path", e."status",
            coalesce((SELECT array_agg(change->>'attribute') FROM jsonb_array_elements(
              CASE jsonb_typeof(e."changes") WHEN 'array' THEN e."changes" ELSE '[]'::jsonb END) change), '{}') AS "changed",
            NULL AS "action", NULL AS "actorName"
     FROM "ProvisioningEvent" e
     WHERE e."tenantId" = $1 AND (e."resourceId" = $2::uuid OR (e."resourceType" = $7 AND e."subjectKeys" && $6::text[]))
       AND e."outcome" <> 'lookup' AND ($4::uuid IS NULL OR e."id" < $4::uuid)
     ORDER BY e."id" DESC LIMIT $5)
    UNION ALL
    (SELECT a."id", a."at", 'act', NULL, NULL, NULL, NULL, NULL, NULL, NULL, a."action", a."actorName"
     FROM "AuditEntry" a
     WHERE a."tenantId" = $1 AND a."targetType" = $3 AND a."targetId" = $2::text
       AND ($4::uuid IS NULL OR a."id" < $4::uuid)
     ORDER BY a."id" DESC LIMIT $5)
  ) story ORDER BY "id" DESC LIMIT $5`;

/**
 * The story of a person or a team, newest first: what the identity provider sent, refused requests included, and what
 * admins did in between. Look-ups are left out.
 */
export async function timeline(db: Database, tenantId: string, query: TimelineQuery): Promise<Timeline> {
  const { subject, before, limit } = query;
  const keys = await identifiers(db, tenantId, subject);
  const { rows } = await db.pool.query<TimelineEntry>(TIMELINE, [
    tenantId,
    subject.id,
    subject.type,
    before ?? null,
    limit + 1,
    keys,
    subject.type === "team" ? "Group" : "User",
  ]);
  const entries = rows.slice(0, limit);
  return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
}

/** What events may call the subject when they do not know its id: refused requests have only the sender's words. */
async function identifiers(
  db: Database,
  tenantId: string,
  subject: TimelineQuery["subject"],
): Promise<readonly string[]> {
  const keys =
    subject.type === "team"
      ? `SELECT ARRAY["displayNameKey"] AS keys FROM "Team"`
      : `SELECT array_remove(ARRAY["userNameKey", "emailKey", lower("externalId")], NULL) AS keys FROM "User"`;
  const { rows } = await db.pool.query<{ keys: string[] }>(`${keys} WHERE "tenantId" = $1 AND "id" = $2`, [
    tenantId,
    subject.id,
  ]);
  return rows[0]?.keys ?? [];
}
