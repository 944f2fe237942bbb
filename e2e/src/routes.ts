import { setTimeout as sleep } from "node:timers/promises";
import type { OwnDatabase } from "./harness/database.ts";

export type Route = readonly [name: string, path: string];

/** Every page that an admin can open by its address, with a name for reports and screenshots. */
export const ADMIN_ROUTES: readonly Route[] = [
  ["users", "/access/users"],
  ["users-deactivated", "/access/users?status=deactivated"],
  ["users-no-match", "/access/users?q=nobody%40nowhere.test"],
  ["users-trace", "/access/users?q=ghopper&trace=1"],
  ["teams", "/access/teams"],
  ["teams-manual", "/access/teams?health=manual"],
  ["teams-stale", "/access/teams?health=stale"],
  ["provisioning", "/settings/security/provisioning"],
  ["provisioning-config", "/settings/security/provisioning?dialog=config"],
  ["activity", "/settings/security/provisioning/activity"],
  ["activity-rejected", "/settings/security/provisioning/activity?outcome=rejected"],
  ["check", "/settings/security/provisioning/check"],
  ["sso", "/settings/security/sso"],
  ["audit", "/settings/audit"],
  ["general", "/settings/general"],
  ["account", "/account"],
  ["account-password", "/account/password"],
  ["account-sessions", "/account/sessions"],
  ["account-appearance", "/account/appearance"],
  ["account-keyboard", "/account/keyboard"],
  ["help", "/help/troubleshooting"],
  ["not-found", "/access/nothing-here"],
];

/** Pages for someone who is not signed in. */
export const PUBLIC_ROUTES: readonly Route[] = [
  ["login", "/login"],
  ["login-refused", "/login?reason=other_browser"],
  ["auth-error", "/auth/error?error=Configuration&tenant=acme&reference=req_0123456789ab"],
  ["invite", "/invite"],
];

const ACTIVITY = "/settings/security/provisioning/activity";

/** Pages of one thing among those that `seed` has made: how each is found. */
const DETAILS = {
  person: [
    "/access/users/",
    `SELECT id FROM "User" WHERE source = 'scim' AND active ORDER BY "userName" LIMIT 1`,
  ],
  "person-deactivated": ["/access/users/", `SELECT id FROM "User" WHERE NOT active LIMIT 1`],
  "person-local": ["/access/users/", `SELECT id FROM "User" WHERE source = 'local' LIMIT 1`],
  team: ["/access/teams/", `SELECT id FROM "Team" WHERE name = 'finance'`],
  "team-left-over": ["/access/teams/", `SELECT id FROM "Team" WHERE name = 'summer-project'`],
  "event-applied": [
    `${ACTIVITY}?event=`,
    `SELECT id FROM "ProvisioningEvent" WHERE outcome = 'applied' AND changes IS NOT NULL ORDER BY id DESC LIMIT 1`,
  ],
  "event-rejected": [
    `${ACTIVITY}?event=`,
    `SELECT id FROM "ProvisioningEvent" WHERE outcome = 'rejected' ORDER BY id DESC LIMIT 1`,
  ],
  "event-refused-token": [
    `${ACTIVITY}?event=`,
    `SELECT id FROM "ProvisioningEvent" WHERE outcome = 'auth_failed' ORDER BY id DESC LIMIT 1`,
  ],
} as const;

export type Detail = keyof typeof DETAILS;
export const DETAIL_NAMES = Object.keys(DETAILS).filter((name): name is Detail => name in DETAILS);

/** Refusals are written together, a moment after they were answered. */
const WRITTEN_WITHIN_MS = 5_000;

/** The address of one person, team or event of a seeded product. @throws when there is none */
export async function detailPath(database: OwnDatabase | undefined, name: Detail): Promise<string> {
  const [path, sql] = DETAILS[name];
  for (const deadline = Date.now() + WRITTEN_WITHIN_MS; Date.now() < deadline; await sleep(100)) {
    const id = (await database?.query(sql))?.[0]?.id;
    if (typeof id === "string") return path + id;
  }
  throw new Error(`Nothing was seeded for ${name}`);
}
