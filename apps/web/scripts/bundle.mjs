// Bundles the server and the command line into dist/. Our own packages go in as source; what comes from the registry
// stays outside and is referred to by path, because a package is installed only where a package.json names it.
import { rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const outdir = join(web, "dist");

const registryByPath = {
  name: "registry-by-path",
  setup(build) {
    build.onResolve({ filter: /^[^./~]/ }, async (args) => {
      if (args.pluginData === "resolving" || args.path.startsWith("node:")) return undefined;
      if (args.path.startsWith("@rollcall/")) return undefined;
      const found = await build.resolve(args.path, {
        kind: args.kind,
        importer: args.importer,
        resolveDir: args.resolveDir,
        pluginData: "resolving",
      });
      if (found.errors.length > 0 || !found.path.includes("node_modules")) return found;
      return { path: relative(outdir, found.path), external: true };
    });
  },
};

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: { server: join(web, "server.ts"), rollcall: join(web, "cli.ts") },
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: "linked",
  logLevel: "warning",
  plugins: [registryByPath],
});
