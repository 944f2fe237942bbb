import { randomUUID } from "node:crypto";
import { fullName, type Person } from "../people/person.ts";
import type { Exchange } from "../wire/exchange.ts";
import { refusalLine } from "../wire/reply.ts";
import { type Account, newAccount } from "./account.ts";
import { openGroups } from "./groups.ts";
import type { EnableResult, OneLoginConfig, Task, TaskKind } from "./options.ts";
import { provision } from "./provision.ts";
import { type ImportedUser, importUsers, lookupTarget } from "./users.ts";
import { connectOneLogin } from "./wire.ts";

/** OneLogin's SCIM app, played: an admin's clicks go in, the requests that OneLogin sends come out. */
export interface OneLogin {
  /** The Enable button: looks for a user that cannot exist. */
  enable(): Promise<EnableResult>;
  /** Entitlements → Refresh. Returns the names of the groups. */
  refreshEntitlements(): Promise<readonly string[]>;
  /** Reads every user of the server. */
  importUsers(): Promise<readonly ImportedUser[]>;
  /** Assigns the app to a person who has these roles. */
  assign(person: Person, roles?: readonly string[]): Promise<Task>;
  /** Changes someone's profile: the person of that id is replaced by this one. */
  update(person: Person): Promise<Task>;
  setRoles(person: Person, roles: readonly string[]): Promise<Task>;
  suspend(person: Person): Promise<Task>;
  activate(person: Person): Promise<Task>;
  /** Takes the app away from a person. */
  unassign(person: Person): Promise<Task>;
  /** Deletes a role. Nothing is sent, and OneLogin forgets who was in it. */
  deleteRole(name: string): void;
  approve(task: Task): Promise<Task>;
  retry(task: Task): Promise<Task>;
  /** The rows of the app's Users tab, oldest first. */
  readonly tasks: readonly Task[];
  readonly exchanges: readonly Exchange[];
  close(): void;
}

/**
 * @example
 * const onelogin = createOneLogin({ baseUrl, token, options: { groups: "resource" } });
 * await onelogin.enable();
 * await onelogin.assign(ada, ["platform-admins"]);
 */
export function createOneLogin({ baseUrl, token, options = {}, onExchange }: OneLoginConfig): OneLogin {
  const exchanges: Exchange[] = [];
  const connection = connectOneLogin({
    baseUrl,
    token,
    headers: options.headers,
    impatience: options.impatience,
    onExchange: (exchange) => {
      exchanges.push(exchange);
      onExchange?.(exchange);
    },
  });
  const groups = openGroups(connection);
  const accounts = new Map<string, Account>();
  const tasks: Task[] = [];

  async function enable(): Promise<EnableResult> {
    const reply = await connection.send("GET", lookupTarget(`never-existing-${randomUUID()}`));
    const ok = reply.status === 200 || reply.status === 404;
    return { ok, status: reply.status, message: ok ? "API Connection: Enabled" : refusalLine(reply) };
  }

  function accountOf(person: Person): Account {
    const account = accounts.get(person.id);
    if (!account) throw new Error(`${fullName(person)} was never assigned to the app`);
    return account;
  }

  function queue(kind: TaskKind, account: Account): Promise<Task> {
    const { person } = account;
    const task: Task = { kind, person, state: "pending", row: `${fullName(person)}: ${kind} pending` };
    tasks.push(task);
    return options.provisioning === false || options.approvals?.[kind]
      ? Promise.resolve(task)
      : approve(task);
  }

  async function approve(task: Task): Promise<Task> {
    const account = accountOf(task.person);
    try {
      await provision({ connection, groups, options }, task.kind, account);
      task.state = "done";
      task.row = `${fullName(account.person)}: ${task.kind} done`;
    } catch (error) {
      task.state = "failed";
      task.row = `${fullName(account.person)}: ${task.kind} failed: ${error instanceof Error ? error.message : error}`;
    }
    return task;
  }

  function change(person: Person, changes: Partial<Account>): Promise<Task> {
    return queue("update", Object.assign(accountOf(person), changes));
  }

  return {
    enable,
    refreshEntitlements: groups.refresh,
    importUsers: () => importUsers(connection),
    assign(person, roles = []) {
      const account = accounts.get(person.id) ?? newAccount(person, roles);
      accounts.set(person.id, Object.assign(account, { person, roles, assigned: true }));
      return queue("create", account);
    },
    update: (person) => change(person, { person }),
    setRoles: (person, roles) => change(person, { roles }),
    suspend: (person) => change(person, { suspended: true }),
    activate: (person) => change(person, { suspended: false }),
    unassign: (person) => queue("delete", Object.assign(accountOf(person), { assigned: false })),
    deleteRole(name) {
      for (const account of accounts.values()) {
        account.roles = account.roles.filter((role) => role !== name);
        account.sentRoles = account.sentRoles.filter((role) => role !== name);
      }
    },
    approve,
    retry: approve,
    tasks,
    exchanges,
    close: connection.close,
  };
}
