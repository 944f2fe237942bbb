import { type Database, uuidv7 } from "@rollcall/db";
import { firstIdAt } from "./event-id.ts";

/** A tenant with SCIM on, and rows as the directory writes them, at chosen moments. For tests only. */
export interface Stage {
  readonly db: Database;
  readonly tenantId: string;
  /** Inserts an event; the id sorts by its moment. Returns the id. */
  event(fields: EventFields): Promise<string>;
  token(fields?: Partial<TokenFields>): Promise<string>;
  user(fields: UserFields): Promise<string>;
  team(fields: TeamFields): Promise<string>;
  member(teamId: string, userId: string, channel?: "group" | "attribute" | "manual"): Promise<void>;
}

export interface EventFields {
  readonly at: Date;
  readonly outcome: "applied" | "no_change" | "lookup" | "rejected" | "auth_failed" | "server_error";
  readonly method?: string;
  readonly path?: string;
  readonly operation?: string;
  readonly resourceType?: "User" | "Group" | null;
  readonly resourceId?: string;
  readonly subject?: string;
  readonly subjectKeys?: readonly string[];
  readonly reason?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly tokenId?: string;
  readonly authClass?: string;
  readonly presented4?: string;
  readonly fingerprint?: string;
  readonly ip?: string;
  readonly groupsValue?: string;
  readonly dialects?: readonly string[];
  readonly warnings?: readonly Readonly<Record<string, string>>[];
  readonly changes?: readonly Readonly<Record<string, unknown>>[];
  readonly request?: unknown;
  readonly response?: unknown;
  readonly count?: number;
  readonly lastAt?: Date;
  readonly requestId?: string;
}

export interface TokenFields {
  readonly last4: string;
  readonly createdAt: Date;
  readonly firstUsedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly lastUsedIp: string | null;
  readonly retiredAt: Date | null;
  readonly retiredByName: string | null;
}

export interface UserFields {
  readonly userName: string;
  readonly email?: string;
  readonly externalId?: string;
  readonly displayName?: string;
  readonly active?: boolean;
  readonly source?: "scim" | "local";
  readonly scimState?: "none" | "live" | "deleted";
  readonly deactivatedAt?: Date;
  readonly deactivatedBy?: string;
  readonly lastProvisionedAt?: Date;
  readonly receivedGroups?: readonly string[];
  readonly receivedGroupsAt?: Date;
  readonly role?: "admin" | "member";
}

export interface TeamFields {
  readonly displayName: string;
  readonly source?: "scim" | "manual";
  readonly createdAt?: Date;
  readonly lastTouchedAt?: Date;
  readonly lastNonEmptyAt?: Date;
  readonly keptUntil?: Date;
}

/** An id of a chosen moment: the time of `firstIdAt`, the rest of a fresh one. */
function idAt(moment: Date): string {
  return firstIdAt(moment).slice(0, 14) + uuidv7().slice(14);
}

/** A tenant called `slug` with SCIM turned on by an administrator of OneLogin. */
export async function setStage(db: Database, slug = "acme", provider = "onelogin"): Promise<Stage> {
  const tenantId = uuidv7();
  await db.prisma.tenant.create({
    data: {
      id: tenantId,
      slug,
      name: slug,
      connection: { create: { enabled: true, provider, cursorKey: new Uint8Array(32) } },
    },
  });
  return {
    db,
    tenantId,
    event: (fields) => insertEvent(db, tenantId, fields),
    token: (fields) => insertToken(db, tenantId, fields ?? {}),
    user: (fields) => insertUser(db, tenantId, fields),
    team: (fields) => insertTeam(db, tenantId, fields),
    member: async (teamId, userId, channel = "group") => {
      await db.prisma.membership.create({ data: { tenantId, teamId, userId, channel } });
    },
  };
}

async function insertEvent(db: Database, tenantId: string, given: EventFields): Promise<string> {
  const id = idAt(given.at);
  const row = {
    tenantId,
    id,
    requestId: `req_${id.slice(-12)}`,
    method: "POST",
    path: "/Users",
    operation: "user.create",
    resourceType: "User",
    status: given.outcome === "rejected" ? 400 : 201,
    ...given,
    dialects: given.dialects ?? [],
    subjectKeys: given.subjectKeys ?? [],
  };
  await insert(db, "ProvisioningEvent", row);
  return id;
}

async function insertToken(db: Database, tenantId: string, given: Partial<TokenFields>): Promise<string> {
  const id = uuidv7();
  await insert(db, "ScimToken", {
    tenantId,
    id,
    hash: Buffer.from(id),
    last4: "3F9C",
    createdByName: "Ada",
    ...given,
  });
  return id;
}

async function insertUser(db: Database, tenantId: string, given: UserFields): Promise<string> {
  const id = uuidv7();
  await insert(db, "User", {
    scimState: "live",
    ...given,
    tenantId,
    id,
    userNameKey: given.userName.toLowerCase(),
    emailKey: given.email?.toLowerCase() ?? null,
    emailKeys: given.email ? [given.email.toLowerCase()] : [],
  });
  return id;
}

async function insertTeam(db: Database, tenantId: string, given: TeamFields): Promise<string> {
  const id = uuidv7();
  const key = given.displayName.toLowerCase();
  await insert(db, "Team", {
    ...given,
    tenantId,
    id,
    displayNameKey: key,
    name: key.replace(/[^a-z0-9_-]/g, "-"),
  });
  return id;
}

const JSON_COLUMNS = new Set(["warnings", "changes", "request", "response", "receivedGroups"]);

async function insert(db: Database, table: string, fields: Readonly<Record<string, unknown>>): Promise<void> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  const columns = entries.map(([name]) => `"${name}"`).join(", ");
  const places = entries.map((_, index) => `$${index + 1}`).join(", ");
  const values = entries.map(([name, value]) => (JSON_COLUMNS.has(name) ? JSON.stringify(value) : value));
  await db.pool.query(`INSERT INTO "${table}" (${columns}) VALUES (${places})`, values);
}

/** A moment so many seconds before another. */
export function before(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() - seconds * 1000);
}

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
