import { type Database, type Store, storeOf } from "@rollcall/db";
import type { ScimDirectory } from "@rollcall/scim";
import { createGroup } from "./create-group.ts";
import { createUser } from "./create-user.ts";
import { deleteGroup } from "./delete-group.ts";
import { deleteUser } from "./delete-user.ts";
import { getGroup } from "./get-group.ts";
import { getUser } from "./get-user.ts";
import { listAll } from "./list-all.ts";
import { listGroups } from "./list-groups.ts";
import { listUsers } from "./list-users.ts";
import { modifyGroup } from "./modify-group.ts";
import { modifyUser } from "./modify-user.ts";
import { Provisioning, type ScimDirectoryOptions } from "./provisioning.ts";

/** The directory behind a SCIM endpoint. */
export interface ProvisioningDirectory extends ScimDirectory {
  /** Writes the log rows that still wait. Call it before the process ends. */
  flush(): Promise<void>;
}

/**
 * The directory that `packages/scim` asks for, on PostgreSQL. It serves every tenant; each call names its own.
 *
 * @example
 * const directory = createScimDirectory(db, { onError: (error) => log.error(error) });
 * const handler = createScimHandler({ directory, newId: uuidv7, now: () => new Date() });
 */
export function createScimDirectory(db: Database, options: ScimDirectoryOptions = {}): ProvisioningDirectory {
  return scimDirectoryOn(storeOf(db), options);
}

/** The same directory on any store: what it writes stays as long as what the store writes. */
export function scimDirectoryOn(store: Store, options: ScimDirectoryOptions = {}): ProvisioningDirectory {
  const to = new Provisioning(store, options);
  return {
    refuse: (call, error) => to.refuse(call, error),
    authenticate: (call) => to.authenticateOnly(call),
    getUser: (call, id) => to.watch(call, () => getUser(to, call, id)),
    listUsers: (call, query) => to.watch(call, () => listUsers(to, call, query)),
    createUser: (call, draft) => to.watch(call, () => createUser(to, call, draft)),
    modifyUser: (call, id, change, condition) =>
      to.watch(call, () => modifyUser(to, call, id, change, condition)),
    deleteUser: (call, id, condition) => to.watch(call, () => deleteUser(to, call, id, condition)),
    getGroup: (call, id, members) => to.watch(call, () => getGroup(to, call, id, members)),
    listGroups: (call, query) => to.watch(call, () => listGroups(to, call, query)),
    createGroup: (call, draft, members) => to.watch(call, () => createGroup(to, call, draft, members)),
    modifyGroup: (call, id, change, condition, members, atMost) =>
      to.watch(call, () => modifyGroup(to, call, id, change, condition, members, atMost)),
    deleteGroup: (call, id, condition) => to.watch(call, () => deleteGroup(to, call, id, condition)),
    listAll: (call, query) => to.watch(call, () => listAll(to, call, query)),
    flush: () => to.flush(),
  };
}
