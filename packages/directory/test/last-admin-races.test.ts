import { transaction } from "@rollcall/db";
import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import type { UserChange } from "@rollcall/scim";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ActContext } from "../src/acts/act.ts";
import { deactivatePerson } from "../src/people/deactivate-person.ts";
import { deletePerson } from "../src/people/delete-person.ts";
import { mergeIntoProvisioned } from "../src/people/link-accounts.ts";
import { setRole } from "../src/people/set-role.ts";
import { hasAdmin } from "../src/policies/last-admin.ts";
import { createScimDirectory, type ProvisioningDirectory } from "../src/provisioning/scim-directory.ts";
import { scimCall } from "../src/provisioning/testing.ts";
import { readSsoConfig, saveSsoConfig } from "../src/sso/sso-config.ts";
import type { SsoSettings } from "../src/sso/sso-settings.ts";
import { switchSso } from "../src/sso/switch-sso.ts";
import { deleteTeam } from "../src/teams/delete-team.ts";
import { editTeam } from "../src/teams/edit-team.ts";
import { emptyTeam, removeMembers } from "../src/teams/team-membership.ts";
import { generateToken } from "../src/tokens/issue-token.ts";
import { makeWorld, type PersonFacts, type TeamFacts, type World } from "./world.ts";

let db: TestDatabase;
let directory: ProvisioningDirectory;

beforeAll(async () => {
  db = await createTestDatabase({ connections: 10 });
  directory = createScimDirectory(db, {
    onError: (error) => {
      throw error;
    },
  });
});
afterAll(async () => {
  await directory.flush();
  await db.drop();
});

/** A tenant whose admins are those that the acts make, acted on by nobody of them. */
interface Arena {
  readonly world: World;
  readonly context: ActContext;
  readonly call: (method: string) => ReturnType<typeof scimCall>;
}

async function openArena(): Promise<Arena> {
  const world = await makeWorld(db);
  const context = { tenantId: world.tenantId, actor: { id: null, name: "Race" } };
  const issued = await generateToken(db, context);
  if (issued === undefined) throw new Error("no token");
  const { slug } = await db.prisma.tenant.findUniqueOrThrow({ where: { id: world.tenantId } });
  return { world, context, call: (method) => scimCall(slug, issued.token, method, "/") };
}

const BY_HAND = { role: "admin", passwordHash: "x" } satisfies PersonFacts;
const BY_TEAM = { passwordHash: "x" } satisfies PersonFacts;

let teams = 0;
async function team(
  { world }: Arena,
  userId: string,
  source: TeamFacts["source"],
  channel: "group" | "attribute" | "manual",
) {
  const displayName = `owners-${++teams}`;
  const id = await world.team({ displayName, ...(source && { source }), grantsRole: "admin" });
  await world.join(id, userId, channel);
  return { id, displayName };
}

const set = (active: boolean, groups?: UserChange["groups"]): UserChange => ({
  apply: (current) => ({ ok: true, value: { ...current, active } }),
  ...(groups && { groups }),
});

const SETTINGS: SsoSettings = {
  kind: "saml",
  origin: "https://console.test",
  entityId: "https://idp.test",
  ssoUrl: "https://idp.test/sso",
  certificates: ["one"],
};

async function connectSso(world: World): Promise<void> {
  await db.prisma.ssoConfig.create({
    data: {
      tenantId: world.tenantId,
      kind: "saml",
      settings: SETTINGS,
      enabled: true,
      verifiedAt: new Date(),
    },
  });
}

/** Makes an admin; what it returns takes the role, or the way in, from that admin, and says whether that was accepted. */
type Loss = (arena: Arena) => Promise<() => Promise<boolean>>;

const LOSSES: Readonly<Record<string, Loss>> = {
  "SCIM: active=false": async ({ world, call }) => {
    const id = await world.person(BY_HAND);
    return async () => (await directory.modifyUser(call("PATCH"), id, set(false), {})).ok;
  },
  "SCIM: active=false with other groups": async (arena) => {
    const id = await arena.world.person(BY_TEAM);
    await team(arena, id, "scim", "group");
    return async () =>
      (await directory.modifyUser(arena.call("PUT"), id, set(false, [{ value: "ops" }]), {})).ok;
  },
  "SCIM: DELETE of the person": async ({ world, call }) => {
    const id = await world.person(BY_HAND);
    return async () => (await directory.deleteUser(call("DELETE"), id, {})).ok;
  },
  "SCIM: members taken out of the group": async (arena) => {
    const id = await arena.world.person(BY_TEAM);
    const group = await team(arena, id, "scim", "group");
    const change = { members: [{ kind: "remove", ids: [id] }] } as const;
    return async () => (await directory.modifyGroup(arena.call("PATCH"), group.id, change, {}, [])).ok;
  },
  "SCIM: groups value without the team": async (arena) => {
    const id = await arena.world.person(BY_TEAM);
    await team(arena, id, "scim", "attribute");
    return async () => (await directory.modifyUser(arena.call("PUT"), id, set(true, []), {})).ok;
  },
  "SCIM: DELETE of the group": async (arena) => {
    const group = await team(arena, await arena.world.person(BY_TEAM), "scim", "group");
    return async () => (await directory.deleteGroup(arena.call("DELETE"), group.id, {})).ok;
  },
  "by hand: made a member": async ({ world, context }) => {
    const id = await world.person(BY_HAND);
    return async () => (await setRole(db, context, id, "member", "admin")).ok;
  },
  "by hand: deactivated": async ({ world, context }) => {
    const id = await world.person(BY_HAND);
    return async () => (await deactivatePerson(db, context, id)).ok;
  },
  "by hand: deleted": async ({ world, context }) => {
    const id = await world.person({ ...BY_HAND, source: "local" });
    return async () => (await deletePerson(db, context, id)).ok;
  },
  "by hand: role taken from the team": async (arena) => {
    const owners = await team(arena, await arena.world.person(BY_TEAM), "manual", "manual");
    return async () =>
      (await editTeam(db, arena.context, owners.id, { grantsRole: null }, { grantsRole: "admin" })).ok;
  },
  "by hand: team deleted": async (arena) => {
    const owners = await team(arena, await arena.world.person(BY_TEAM), "manual", "manual");
    return async () => (await deleteTeam(db, arena.context, owners.id, owners.displayName)).ok;
  },
  "by hand: taken out of the team": async (arena) => {
    const id = await arena.world.person(BY_TEAM);
    const owners = await team(arena, id, "manual", "manual");
    return async () => (await removeMembers(db, arena.context, owners.id, [id])).ok;
  },
  "by hand: team emptied": async (arena) => {
    const owners = await team(arena, await arena.world.person(BY_TEAM), "manual", "manual");
    return async () => (await emptyTeam(db, arena.context, owners.id)).ok;
  },
  "by hand: merged into a member": async (arena) => {
    const local = await arena.world.person({ ...BY_TEAM, source: "local" });
    await team(arena, local, "manual", "manual");
    const provisioned = await arena.world.person({ role: "member" });
    return async () => (await mergeIntoProvisioned(db, arena.context, local, provisioned)).ok;
  },
  "SSO turned off": async (arena) => {
    await arena.world.person({ role: "admin" });
    await connectSso(arena.world);
    return async () => (await switchSso(db, arena.context, { enabled: false })) === null;
  },
  "SSO led elsewhere": async (arena) => {
    await arena.world.person({ role: "admin" });
    await connectSso(arena.world);
    const elsewhere = { ...SETTINGS, entityId: "https://other.test" };
    const seen = (await readSsoConfig(db, arena.world.tenantId))?.version ?? null;
    const save = { settings: elsewhere, metadataUrl: null, seen };
    return async () => (await saveSsoConfig(db, arena.context, save)) === null;
  },
};

const NAMES = Object.keys(LOSSES);
const isSso = (name: string) => name.startsWith("SSO");

async function race(one: string, other: string): Promise<{ accepted: number; remains: boolean }> {
  const arena = await openArena();
  const acts = [await LOSSES[one]?.(arena), await LOSSES[other]?.(arena)];
  await db.prisma.user.delete({
    where: { tenantId_id: { tenantId: arena.world.tenantId, id: arena.world.adminId } },
  });
  const outcomes = await Promise.all(acts.map((act) => act?.()));
  const remains = await transaction(db, (client) => hasAdmin(client, arena.world.tenantId));
  return { accepted: outcomes.filter(Boolean).length, remains };
}

describe("of two acts at once, each of which takes one of the last two admins, one is refused", () => {
  NAMES.forEach((one, index) => {
    it(`${one} — with each of the others`, async () => {
      for (const other of NAMES.slice(index)) {
        if (isSso(one) && isSso(other)) continue;
        expect({ other, ...(await race(one, other)) }).toEqual({ other, accepted: 1, remains: true });
      }
    });
  });
});

it("requiring SSO while the only recovery admin is deactivated: one is refused", async () => {
  for (let round = 0; round < 5; round++) {
    const { world, context } = await openArena();
    const { tenantId, adminId } = world;
    await world.person({ role: "admin" });
    await connectSso(world);
    await db.prisma.user.update({
      where: { tenantId_id: { tenantId, id: adminId } },
      data: { recovery: true },
    });
    const outcomes = await Promise.all([
      switchSso(db, context, { enforced: true }).then((refusal) => refusal === null),
      deactivatePerson(db, context, adminId).then((outcome) => outcome.ok),
    ]);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
  }
});

it("a role granted to a team while a member is shut out and the other admin is demoted leaves an admin", async () => {
  for (let round = 0; round < 15; round++) {
    const { world, context, call } = await openArena();
    const member = await world.person({ passwordHash: "x" });
    const owners = await world.team({ displayName: "owners", source: "manual" });
    await world.join(owners, member, "manual");
    await Promise.all([
      editTeam(db, context, owners, { grantsRole: "admin" }, {}),
      directory.modifyUser(call("PATCH"), member, set(false), {}),
      setRole(db, context, world.adminId, "member", "admin"),
    ]);
    expect(await transaction(db, (client) => hasAdmin(client, world.tenantId))).toBe(true);
  }
});
