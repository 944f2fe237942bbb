export type Route = readonly [name: string, path: string];

/** Every page that an admin can open by its address, with a name for reports and screenshots. */
export const ADMIN_ROUTES: readonly Route[] = [
  ["users", "/access/users"],
  ["users-deactivated", "/access/users?status=deactivated"],
  ["users-no-match", "/access/users?q=nobody%40nowhere.test"],
  ["teams", "/access/teams"],
  ["teams-manual", "/access/teams?source=manual"],
  ["provisioning", "/settings/security/provisioning"],
  ["provisioning-config", "/settings/security/provisioning?dialog=config"],
  ["activity", "/settings/security/provisioning/activity"],
  ["activity-rejected", "/settings/security/provisioning/activity?outcome=rejected"],
  ["sso", "/settings/security/sso"],
  ["audit", "/settings/audit"],
  ["general", "/settings/general"],
  ["account", "/account"],
  ["account-password", "/account/password"],
  ["account-sessions", "/account/sessions"],
  ["account-appearance", "/account/appearance"],
  ["account-keyboard", "/account/keyboard"],
  ["not-found", "/access/nothing-here"],
];

/** Pages for someone who is not signed in. */
export const PUBLIC_ROUTES: readonly Route[] = [
  ["login", "/login"],
  ["login-refused", "/login?reason=other_browser"],
  ["invite", "/invite"],
];
