// Generates the Prisma client. Prisma looks for a schema engine binary before it generates, though generating never
// runs it; naming any executable that exists keeps it from downloading one.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const cli = join(dirname(createRequire(import.meta.url).resolve("prisma/package.json")), "build", "index.js");
const { status } = spawnSync(process.execPath, [cli, "generate"], {
  cwd: dirname(dirname(fileURLToPath(import.meta.url))),
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  },
  stdio: ["ignore", "ignore", "inherit"],
});
process.exit(status ?? 1);
