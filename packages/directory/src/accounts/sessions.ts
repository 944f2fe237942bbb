import { type Database, uuidv7 } from "@rollcall/db";
import type { ClientBase } from "pg";
import { PERSON_NAME } from "../people/person-sql.ts";
import { effectiveRoleSql, type TenantRole } from "./effective-role.ts";
import { IDLE_HOURS, type SessionEnd } from "./end-sessions.ts";

/** Longest life of a session. */
export const SESSION_HOURS = 24 * 7;

export type SignInMethod = "password" | "saml" | "oidc";

export interface SessionStart {
  readonly tenantId: string;
  readonly userId: string;
  readonly method: SignInMethod;
  readonly ip?: string | undefined;
  readonly userAgent?: string | undefined;
}

/** The person and the tenant of a live session. */
export interface LiveSession {
  readonly kind: "live";
  readonly id: string;
  readonly method: SignInMethod;
  readonly createdAt: Date;
  readonly tenant: { readonly id: string; readonly slug: string; readonly name: string };
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly role: TenantRole;
    readonly recovery: boolean;
    readonly hasPassword: boolean;
    readonly preferences: unknown;
  };
}

/** A session that was once good: why it is no more, for the sign-in page of the same browser. */
export interface EndedSessionView {
  readonly kind: "ended";
  readonly reason: SessionEnd | "expired";
  readonly at: Date;
  readonly tenantSlug: string;
}

export type SessionView = LiveSession | EndedSessionView;

interface Row {
  id: string;
  method: SignInMethod;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  revokedReason: SessionEnd | null;
  tenantId: string;
  slug: string;
  tenantName: string;
  userId: string;
  name: string;
  email: string;
  active: boolean;
  deactivatedAt: Date | null;
  role: TenantRole;
  recovery: boolean;
  hasPassword: boolean;
  preferences: unknown;
  now: Date;
}

const FIND = `
  SELECT s.id, s.method, s."createdAt", s."lastSeenAt", s."expiresAt", s."revokedAt", s."revokedReason",
         t.id AS "tenantId", t.slug, t.name AS "tenantName",
         u.id AS "userId", ${PERSON_NAME} AS name,
         COALESCE(u.email, u."userName") AS email, u.active, u."deactivatedAt", u.recovery, u.preferences,
         u."passwordHash" IS NOT NULL AS "hasPassword", ${effectiveRoleSql("u")} AS role, now() AS now
    FROM "Session" s
    JOIN "User" u ON u."tenantId" = s."tenantId" AND u.id = s."userId"
    JOIN "Tenant" t ON t.id = s."tenantId"
   WHERE s."tenantId" = $1 AND s.id = $2`;

/** How stale `lastSeenAt` may be before a request writes it again. */
const SEEN_EVERY_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * Opens a session unless the person was deactivated since the caller established who it is.
 *
 * @returns null when they were. Who deactivates them waits until the transaction around ends, and then ends the session.
 */
export async function startForActive(client: ClientBase, start: SessionStart): Promise<string | null> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM "User" WHERE "tenantId" = $1 AND id = $2 AND active FOR UPDATE`,
    [start.tenantId, start.userId],
  );
  return rowCount === 1 ? startSession(client, start) : null;
}

/** Opens a session and notes the sign-in on the person, whom the transaction around made or holds locked. */
export async function startSession(client: ClientBase, start: SessionStart): Promise<string> {
  const id = uuidv7();
  await client.query(
    `INSERT INTO "Session" ("tenantId", id, "userId", method, "expiresAt", ip, "userAgent")
     VALUES ($1, $2, $3, $4, now() + make_interval(hours => $5), $6, $7)`,
    [
      start.tenantId,
      id,
      start.userId,
      start.method,
      SESSION_HOURS,
      start.ip ?? null,
      start.userAgent?.slice(0, 512) ?? null,
    ],
  );
  await client.query(`UPDATE "User" SET "lastSignInAt" = now() WHERE "tenantId" = $1 AND id = $2`, [
    start.tenantId,
    start.userId,
  ]);
  return id;
}

/**
 * Reads a session with its person and tenant as they are now. Called on every request: a session that another replica
 * ended a moment ago is over.
 *
 * @returns null when there never was such a session, or its person is gone.
 */
export async function findSession(
  db: Database,
  tenantId: string,
  sessionId: string,
): Promise<SessionView | null> {
  const { rows } = await db.pool.query<Row>({
    name: "accounts.find-session",
    text: FIND,
    values: [tenantId, sessionId],
  });
  const row = rows[0];
  if (row === undefined) return null;
  const end = ending(row);
  if (end !== null) return { kind: "ended", ...end, tenantSlug: row.slug };
  if (row.now.getTime() - row.lastSeenAt.getTime() > SEEN_EVERY_MS) await markSeen(db, tenantId, sessionId);
  return live(row);
}

function ending(row: Row): { reason: EndedSessionView["reason"]; at: Date } | null {
  if (!row.active) return { reason: "deactivated", at: row.deactivatedAt ?? row.revokedAt ?? row.now };
  if (row.revokedAt !== null) return { reason: row.revokedReason ?? "expired", at: row.revokedAt };
  const idleUntil = new Date(row.lastSeenAt.getTime() + IDLE_HOURS * HOUR_MS);
  const until = idleUntil < row.expiresAt ? idleUntil : row.expiresAt;
  return until <= row.now ? { reason: "expired", at: until } : null;
}

function live(row: Row): LiveSession {
  return {
    kind: "live",
    id: row.id,
    method: row.method,
    createdAt: row.createdAt,
    tenant: { id: row.tenantId, slug: row.slug, name: row.tenantName },
    user: {
      id: row.userId,
      name: row.name,
      email: row.email,
      role: row.role,
      recovery: row.recovery,
      hasPassword: row.hasPassword,
      preferences: row.preferences,
    },
  };
}

async function markSeen(db: Database, tenantId: string, sessionId: string): Promise<void> {
  await db.pool.query(
    `UPDATE "Session" SET "lastSeenAt" = now() WHERE "tenantId" = $1 AND id = $2 AND "revokedAt" IS NULL`,
    [tenantId, sessionId],
  );
}
