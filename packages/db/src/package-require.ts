import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Finds files of the packages that this package depends on, from its source and from a bundle elsewhere in the
 * workspace alike: a dependency is installed only where a package.json names it.
 */
export function packageRequire(): NodeJS.Require {
  const manifest = "packages/db/package.json";
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, manifest))) {
    const above = dirname(folder);
    if (above === folder) throw new Error(`No ${manifest} above ${import.meta.dirname}.`);
    folder = above;
  }
  return createRequire(join(folder, manifest));
}
