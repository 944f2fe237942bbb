import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";

/** The account that PostgreSQL runs as when Rollcall runs as root, which PostgreSQL refuses for itself. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NAMES = ["postgres", "rollcall"];

/**
 * Undefined when this process is not root. For root: the owner of the data if there is some already, else the account
 * `postgres` or `rollcall`, else a system account `rollcall` that is made now.
 *
 * @param data PostgreSQL's data folder, which need not exist
 */
export function serverAccount(data: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const found = NAMES.map(lookUp).find((account) => account !== undefined);
  if (found) return found;
  spawnSync("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    "rollcall",
  ]);
  const made = lookUp("rollcall");
  if (made) return made;
  throw new Error(
    "PostgreSQL does not run as root, and no account could be made for it. " +
      "Start Rollcall as another user, add a system user named rollcall, or set DATABASE_URL.",
  );
}

function lookUp(name: string): Account | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Whether the account can execute the program at this path. */
export function canRun(account: Account, program: string): boolean {
  return spawnSync(program, ["--version"], { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}

/** Whether the account can get into the folder. */
export function canEnter(account: Account, folder: string): boolean {
  return (
    spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...account, cwd: "/", stdio: "ignore" })
      .status === 0
  );
}
