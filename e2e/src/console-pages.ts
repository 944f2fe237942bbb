import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const PAGES = fileURLToPath(new URL("../../apps/web/src/app/(console)/", import.meta.url));

/** The address of every page of the console, as the files of the app say, with ids that nobody has. */
export function consolePages(): readonly string[] {
  return readdirSync(PAGES, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("page.tsx"))
    .map((file) => `/${dirname(file)}`.replaceAll(/\[[^\]]+\]/g, () => crypto.randomUUID()))
    .sort();
}
