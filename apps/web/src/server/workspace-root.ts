import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the whole workspace, found upward from this module: it runs as source and from a bundle. */
export function workspaceRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "pnpm-workspace.yaml"))) {
    const above = dirname(folder);
    if (above === folder) throw new Error(`No pnpm-workspace.yaml above ${import.meta.dirname}.`);
    folder = above;
  }
  return folder;
}
