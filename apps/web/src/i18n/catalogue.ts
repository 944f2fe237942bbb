import account from "../../messages/en/account.json" with { type: "json" };
import activity from "../../messages/en/activity.json" with { type: "json" };
import audit from "../../messages/en/audit.json" with { type: "json" };
import check from "../../messages/en/check.json" with { type: "json" };
import errors from "../../messages/en/errors.json" with { type: "json" };
import explain from "../../messages/en/explain.json" with { type: "json" };
import invites from "../../messages/en/invites.json" with { type: "json" };
import login from "../../messages/en/login.json" with { type: "json" };
import provisioning from "../../messages/en/provisioning.json" with { type: "json" };
import settings from "../../messages/en/settings.json" with { type: "json" };
import setup from "../../messages/en/setup.json" with { type: "json" };
import shell from "../../messages/en/shell.json" with { type: "json" };
import sso from "../../messages/en/sso.json" with { type: "json" };
import teams from "../../messages/en/teams.json" with { type: "json" };
import ui from "../../messages/en/ui.json" with { type: "json" };
import users from "../../messages/en/users.json" with { type: "json" };

/** Every sentence of the console, one file per page family; the file's name is the namespace. */
export const english = {
  account,
  activity,
  audit,
  check,
  errors,
  explain,
  invites,
  login,
  provisioning,
  settings,
  setup,
  shell,
  sso,
  teams,
  ui,
  users,
};

export type Catalogue = typeof english;
export type Namespace = keyof Catalogue;

/** What pages outside the console say; the console's own sentences are not sent to them. */
export const PUBLIC_NAMESPACES: readonly Namespace[] = ["errors", "ui", "setup", "login", "invites"];
