import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process id together with the time the process began: the number alone is given again to others. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
}

/** When the process began, in a form of the system's own; undefined when there is no such process. */
export function startOf(pid: number): string | undefined {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The name in parentheses may hold blanks. After it: state is field 3, the start in clock ticks field 22.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return fields[0] === "Z" ? undefined : fields[19];
    }
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Whether that very process still runs, and not another one that was given its number. */
export function isAlive(identity: ProcessIdentity): boolean {
  return startOf(identity.pid) === identity.started;
}

/** The command line of a running process, its arguments set apart by blanks; undefined when there is none. */
export function commandOf(pid: number): string | undefined {
  try {
    if (process.platform === "linux") {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    }
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return undefined;
  }
}
