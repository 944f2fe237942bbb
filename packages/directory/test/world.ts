import { randomBytes } from "node:crypto";
import { type Database, uuidv7 } from "@rollcall/db";
import type { TenantRole } from "../src/accounts/effective-role.ts";
import type { ActContext } from "../src/acts/act.ts";
import { matchKey } from "../src/policies/match-key.ts";

export interface PersonFacts {
  readonly userName?: string;
  readonly displayName?: string | null;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly email?: string | null;
  readonly externalId?: string;
  readonly active?: boolean;
  readonly source?: "scim" | "local" | "sso";
  readonly scimState?: "none" | "live" | "deleted";
  readonly role?: TenantRole;
  readonly passwordHash?: string;
  readonly receivedGroups?: readonly string[];
  readonly receivedGroupsAt?: Date;
  readonly lastProvisionedAt?: Date;
  readonly lastSignInAt?: Date;
}

export interface TeamFacts {
  readonly displayName: string;
  readonly name?: string;
  readonly source?: "scim" | "manual";
  readonly grantsRole?: TenantRole;
  readonly createdAt?: Date;
  readonly lastTouchedAt?: Date;
  readonly lastNonEmptyAt?: Date;
  readonly keptUntil?: Date;
}

export interface EventFacts {
  readonly operation?: string;
  readonly resourceType?: "User" | "Group";
  readonly resourceId?: string;
  readonly outcome?: "applied" | "no_change" | "lookup" | "rejected";
  readonly reason?: string;
  readonly subjectKeys?: readonly string[];
  readonly changes?: readonly {
    readonly attribute: string;
    readonly before?: unknown;
    readonly after?: unknown;
  }[];
  readonly request?: Readonly<Record<string, string>>;
  readonly groupsValue?: string;
  readonly at?: Date;
}

/** One tenant with an admin who can sign in, and the means to fill it. */
export interface World {
  readonly tenantId: string;
  readonly adminId: string;
  /** The admin acting. */
  readonly context: ActContext;
  person(facts?: PersonFacts): Promise<string>;
  team(facts: TeamFacts): Promise<string>;
  join(teamId: string, userId: string, channel?: "group" | "attribute" | "manual"): Promise<void>;
  event(facts?: EventFacts): Promise<string>;
  session(userId: string): Promise<string>;
  /** Switches SCIM on or off. */
  scim(enabled: boolean): Promise<void>;
}

let people = 0;

export async function makeWorld(db: Database): Promise<World> {
  const tenantId = uuidv7();
  const slug = `t-${tenantId}`;
  await db.prisma.tenant.create({
    data: {
      id: tenantId,
      slug,
      name: "Acme",
      connection: { create: { cursorKey: randomBytes(32), enabled: true } },
    },
  });

  const person: World["person"] = async (facts = {}) => {
    const id = uuidv7();
    const { userName = `person${++people}@acme.test`, email = userName, source = "scim", ...rest } = facts;
    const { receivedGroups, ...columns } = rest;
    await db.prisma.user.create({
      data: {
        scimState: source === "scim" ? "live" : "none",
        ...columns,
        ...(receivedGroups && { receivedGroups: [...receivedGroups] }),
        tenantId,
        id,
        userName,
        userNameKey: matchKey(userName),
        email,
        emailKey: email === null ? null : matchKey(email),
        emailKeys: email === null ? [] : [matchKey(email)],
        source,
      },
    });
    return id;
  };

  const adminId = await person({
    userName: `ada-${slug}@acme.test`,
    displayName: "Ada Admin",
    source: "local",
    role: "admin",
    passwordHash: "argon2id",
  });

  return {
    tenantId,
    adminId,
    context: { tenantId, actor: { id: adminId, name: "Ada Admin" }, ip: "192.0.2.1" },
    person,
    async team({ displayName, name = displayName, ...facts }) {
      const id = uuidv7();
      await db.prisma.team.create({
        data: { ...facts, tenantId, id, displayName, displayNameKey: matchKey(displayName), name },
      });
      return id;
    },
    async join(teamId, userId, channel = "group") {
      await db.prisma.membership.create({ data: { tenantId, teamId, userId, channel } });
    },
    async event({ changes, request, subjectKeys = [], ...facts } = {}) {
      const id = uuidv7();
      await db.prisma.provisioningEvent.create({
        data: {
          requestId: `req_${id}`,
          method: "POST",
          path: "/Users",
          operation: "user.create",
          resourceType: "User",
          outcome: "applied",
          status: facts.outcome === "rejected" ? 400 : 200,
          ...facts,
          ...(changes && { changes: JSON.parse(JSON.stringify(changes)) }),
          ...(request && { request }),
          subjectKeys: [...subjectKeys],
          tenantId,
          id,
        },
      });
      return id;
    },
    async session(userId) {
      const id = uuidv7();
      const expiresAt = new Date(Date.now() + 3_600_000);
      await db.prisma.session.create({ data: { tenantId, id, userId, method: "password", expiresAt } });
      return id;
    },
    async scim(enabled) {
      await db.prisma.connection.update({ where: { tenantId }, data: { enabled } });
    },
  };
}

/** The moment some days, and hours, ago. */
export function daysAgo(days: number, hours = 0): Date {
  return new Date(Date.now() - days * 86_400_000 - hours * 3_600_000);
}

/** The audit log of a tenant, oldest first, as its actions. */
export async function auditActions(db: Database, tenantId: string): Promise<string[]> {
  const entries = await db.prisma.auditEntry.findMany({ where: { tenantId }, orderBy: { id: "asc" } });
  return entries.map((entry) => entry.action);
}
