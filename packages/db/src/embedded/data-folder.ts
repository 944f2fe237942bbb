import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { type Account, canEnter, serverAccount } from "./account.ts";
import { type Binaries, findBinaries } from "./binaries.ts";

/** The user and the database that Rollcall has in its own PostgreSQL. */
export const ROLE = "rollcall";
const MAJOR = "18";

/** Where one embedded PostgreSQL lives and how it is reached. */
export interface Installation {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  /** PostgreSQL's own data folder. */
  readonly data: string;
  readonly log: string;
  readonly password: string;
}

/** What is remembered between starts, in a file that only this user can read. */
export interface Settings {
  readonly password: string;
  readonly port?: number;
}

/**
 * Makes the folder ready to start on: programs found, data folder initialised.
 *
 * @param folder Rollcall's data folder, such as `.rollcall`
 */
export function prepareFolder(folder: string): Installation {
  const elsewhere = `/var/lib/rollcall-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`;
  let base = folder;
  let account = serverAccount(join(base, "postgres"));
  if (account) chmodSync(folder, 0o711);
  if (account && !canEnter(account, folder)) {
    // A folder inside root's home: no other account gets there, whatever the rights of the folder itself.
    base = elsewhere;
    mkdirSync(base, { recursive: true, mode: 0o711 });
    account = serverAccount(join(base, "postgres"));
  }
  const binaries = findBinaries(account, elsewhere);
  const data = join(base, "postgres");
  const { password } =
    readSettings(folder) ?? writeSettings(folder, { password: randomBytes(24).toString("hex") });
  if (!existsSync(data)) initialise(binaries, account, base, data, password);
  checkVersion(data);
  return { binaries, account, data, password, log: join(folder, "postgres.log") };
}

/** @returns undefined before the first start, and for a file that is none of ours */
export function readSettings(folder: string): Settings | undefined {
  const file = join(folder, "postgres.json");
  if (!existsSync(file)) return undefined;
  const parsed: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (typeof parsed !== "object" || parsed === null || !("password" in parsed)) return undefined;
  if (typeof parsed.password !== "string") return undefined;
  const port = "port" in parsed && typeof parsed.port === "number" ? { port: parsed.port } : {};
  return { password: parsed.password, ...port };
}

/** Replaces the file whole: a process that is killed leaves the former one. @returns what was written */
export function writeSettings(folder: string, settings: Settings): Settings {
  const file = join(folder, "postgres.json");
  writeFileSync(`${file}.new`, `${JSON.stringify(settings)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return settings;
}

/** Done beside the final place and moved there when complete, so that a killed first start leaves no half-made data. */
function initialise(
  binaries: Binaries,
  account: Account | undefined,
  base: string,
  data: string,
  password: string,
): void {
  const draft = join(base, `postgres.${process.pid}`);
  const passwordFile = `${draft}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) {
    chownSync(draft, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const made = spawnSync(
    binaries.initdb,
    [
      ...["--pgdata", draft, "--username", ROLE, "--pwfile", passwordFile, "--auth", "scram-sha-256"],
      // PostgreSQL's own UTF-8 rules: the same on every machine, whatever locales it has.
      ...[
        "--encoding",
        "UTF8",
        "--locale-provider",
        "builtin",
        "--builtin-locale",
        "C.UTF-8",
        "--locale",
        "C",
      ],
    ],
    { ...account, cwd: "/", encoding: "utf8" },
  );
  rmSync(passwordFile);
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new Error(
      `PostgreSQL could not make its data folder in ${base}:\n${made.stderr || made.error?.message}`,
    );
  }
  renameSync(draft, data);
}

function checkVersion(data: string): void {
  const version = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (version !== MAJOR) {
    throw new Error(
      `The data in ${data} was made by PostgreSQL ${version}; this is PostgreSQL ${MAJOR}. ` +
        "Start the version of Rollcall that made it, dump the data, and load it into the new one.",
    );
  }
}
