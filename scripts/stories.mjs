// npm run stories: installs what is not installed, then shows each component in each of its states.
import { join } from "node:path";
import { install } from "./lib/prepare.mjs";
import { ROOT, run } from "./lib/run.mjs";

await install();
process.exitCode = await run(
  process.execPath,
  ["node_modules/vite/bin/vite.js", "--config", "src/stories/vite.config.ts", ...process.argv.slice(2)],
  { cwd: join(ROOT, "apps/web") },
);
