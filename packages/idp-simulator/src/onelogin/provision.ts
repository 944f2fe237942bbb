import type { Connection } from "../wire/connection.ts";
import type { Account } from "./account.ts";
import type { Groups } from "./groups.ts";
import type { OneLoginOptions, TaskKind } from "./options.ts";
import { renderUser } from "./template.ts";
import { createUser, deleteUser, findUser, replaceUser } from "./users.ts";

export interface Provisioner {
  readonly connection: Connection;
  readonly groups: Groups;
  readonly options: OneLoginOptions;
}

/** Carries out one task: brings the server to what OneLogin knows of the person. @throws on the first refusal */
export async function provision(provisioner: Provisioner, kind: TaskKind, account: Account): Promise<void> {
  if (kind === "delete") return deprovision(provisioner, account);
  const active = !account.suspended;
  if (!active && provisioner.options.whenSuspended === "nothing") return;
  if (!active) await sendRoles(provisioner, account, []);
  await sendUser(provisioner, account, active);
  if (active) await sendRoles(provisioner, account, account.roles);
}

async function sendUser(
  { connection, options }: Provisioner,
  account: Account,
  active: boolean,
): Promise<void> {
  const found = await findUser(connection, account.person.userName);
  const id = found ?? account.remoteId;
  const body = renderUser(options.template ?? "enterprise", account.person, {
    active,
    groups: groupsValue(options, account),
  });
  if (id === undefined) account.remoteId = await createUser(connection, body);
  else {
    account.remoteId = id;
    await replaceUser(connection, id, body);
  }
}

/** No groups value at all for someone who never had a role that the rule matches; an empty one once the last is gone. */
function groupsValue(options: OneLoginOptions, account: Account): readonly string[] | undefined {
  const asAttribute = options.groups === "attribute" || options.groups === "both";
  const everHadRoles = account.roles.length > 0 || account.sentRoles.length > 0;
  return asAttribute && everHadRoles ? account.roles : undefined;
}

async function sendRoles(
  { groups, options }: Provisioner,
  account: Account,
  roles: readonly string[],
): Promise<void> {
  const asResource = (options.groups ?? "resource") === "resource" || options.groups === "both";
  const { remoteId } = account;
  if (!asResource) account.sentRoles = roles;
  if (!asResource || remoteId === undefined) return;
  for (const role of account.sentRoles.filter((sent) => !roles.includes(sent))) {
    await groups.leave(role, remoteId);
    account.sentRoles = account.sentRoles.filter((sent) => sent !== role);
  }
  for (const role of roles.filter((wanted) => !account.sentRoles.includes(wanted))) {
    await groups.join(role, remoteId);
    account.sentRoles = [...account.sentRoles, role];
  }
}

async function deprovision(provisioner: Provisioner, account: Account): Promise<void> {
  const { connection, options } = provisioner;
  const whenDeleted = options.whenDeleted ?? "delete";
  if (whenDeleted === "nothing" || account.remoteId === undefined) return;
  await sendRoles(provisioner, account, []);
  if (whenDeleted === "suspend") return sendUser(provisioner, account, false);
  await deleteUser(connection, account.remoteId);
  delete account.remoteId;
}
