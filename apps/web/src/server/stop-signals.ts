import { readFileSync } from "node:fs";

const CHECK_MS = 1000;

/**
 * Resolves when this process should stop: SIGINT, SIGTERM or SIGHUP, or the npm that started it is gone. A second
 * signal ends the process at once.
 */
export function stopRequested(): Promise<string> {
  return new Promise((resolve) => {
    let asked = false;
    const ask = (reason: string): void => {
      if (asked && reason.startsWith("SIG")) process.exit(130);
      asked = true;
      resolve(reason);
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => ask(signal));
    if (process.env.npm_lifecycle_event) watchParents(() => ask("the npm that started it is gone"));
  });
}

/** npm runs a script through a shell: both the parent and the parent's parent count. */
function watchParents(gone: () => void): void {
  const grandparent = parentOf(process.ppid);
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent && parentOf(parent) === grandparent) return;
    clearInterval(timer);
    gone();
  }, CHECK_MS);
  timer.unref();
}

/** The parent of a process where the system tells it in /proc; undefined elsewhere. */
function parentOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1];
  } catch {
    return undefined;
  }
}
