import { readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { ConsoleRoute } from "../console-route.ts";

const API = join(dirname(fileURLToPath(import.meta.url)), "../../app/api/console");
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

export interface ConsoleRouteFile {
  readonly method: (typeof METHODS)[number];
  /** `/api/console/users/[id]/role` */
  readonly path: string;
  /** Names of the parameters in the path. */
  readonly params: readonly string[];
  readonly handler: ConsoleRoute;
}

/** Every handler of the console API, as the files of the app say: a route that is added tomorrow is in it. */
export async function consoleRoutes(): Promise<readonly ConsoleRouteFile[]> {
  const files = listRoutes();
  const loaded = await Promise.all(files.map(async (file) => ({ file, module: await load(file) })));
  return loaded.flatMap(({ file, module }) =>
    METHODS.flatMap((method) => {
      const handler = module[method];
      if (handler === undefined) return [];
      const path = `/api/console/${relative(API, dirname(file))}`;
      if (!isConsoleRoute(handler)) throw new Error(`${method} ${path} is not made by consoleRoute.`);
      return [
        { method, path, params: [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => name ?? ""), handler },
      ];
    }),
  );
}

function listRoutes(): string[] {
  return readdirSync(API, { recursive: true, encoding: "utf8" })
    .map((file) => join(API, file))
    .filter((file) => file.endsWith("/route.ts"));
}

async function load(file: string): Promise<Record<string, unknown>> {
  return import(/* @vite-ignore */ file);
}

function isConsoleRoute(value: unknown): value is ConsoleRoute {
  return typeof value === "function" && "spec" in value;
}
