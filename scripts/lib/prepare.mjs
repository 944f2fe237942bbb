import { readdirSync } from "node:fs";
import { join } from "node:path";
import { hashOf, must, pnpm, ROOT, whenChanged } from "./run.mjs";

const WORKSPACE = ["apps", "packages"].flatMap((folder) =>
  readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
);
const MANIFESTS = [
  "package.json",
  "pnpm-lock.yaml",
  "pnpm-workspace.yaml",
  ...[...WORKSPACE, "e2e", "bench"].map((folder) => `${folder}/package.json`),
];
/** Everything that ends up in the server or in the pages. */
const SOURCES = [
  ...MANIFESTS,
  "prisma",
  ...WORKSPACE.filter((folder) => folder !== "packages/idp-simulator"),
];

/** Installs the packages of the lock file. */
export async function install() {
  const inputs = `${process.version} ${process.platform} ${process.arch} ${hashOf(MANIFESTS)}`;
  await whenChanged("node_modules/.rollcall-installed", inputs, async () => {
    const [command, args] = pnpm(["install", "--frozen-lockfile", "--reporter=append-only"]);
    await must("Installing packages", command, args, { env: { CI: "true" } });
  });
}

/** Generates the Prisma client. */
export async function generate() {
  await whenChanged(
    "packages/db/src/generated/.stamp",
    hashOf(["prisma/schema.prisma", "pnpm-lock.yaml"]),
    () => must("Generating the database client", process.execPath, ["packages/db/scripts/generate.mjs"]),
  );
}

/** Bundles the server and the command line. */
export async function bundle() {
  const sources = [...SOURCES, "packages/idp-simulator"].filter((path) => path !== "packages/ui");
  await whenChanged("apps/web/dist/.stamp", hashOf(sources), () =>
    must("Building the server", process.execPath, ["apps/web/scripts/bundle.mjs"]),
  );
}

/** Builds the pages. */
export async function buildPages() {
  await whenChanged("apps/web/.next/.stamp", hashOf(SOURCES), () =>
    must("Building the console", process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      cwd: join(ROOT, "apps/web"),
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    }),
  );
}
