// Writes the SQL that leads from the schema of a commit to the one on disk, as a new migration folder:
//   pnpm --filter @rollcall/db new-migration <what> [--since <commit>]     (default: HEAD; "empty" for the first)
// The engine insists on a connection, though it compares the two texts only: DATABASE_URL names any PostgreSQL.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import pg from "pg";
import { openSchemaEngine } from "./schema-engine.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { since: { type: "string", default: "HEAD" } },
});
const what = positionals[0];
if (!what || !/^[a-z0-9_]+$/.test(what)) {
  process.stderr.write("Name the change in lower case, such as: new-migration add_team_owner\n");
  process.exit(1);
}

const path = "prisma/schema.prisma";
const now = readFileSync(join(root, path), "utf8");
const before =
  values.since === "empty"
    ? undefined
    : execFileSync("git", ["show", `${values.since}:${path}`], { cwd: root, encoding: "utf8" });
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
const engine = await openSchemaEngine(pool, [[path, now]]);
const { stdout } = await engine.diff({
  from:
    before === undefined ? { tag: "empty" } : { tag: "schemaDatamodel", files: [{ path, content: before }] },
  to: { tag: "schemaDatamodel", files: [{ path, content: now }] },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});
const name = `${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${what}`;
mkdirSync(join(root, "prisma/migrations", name), { recursive: true });
writeFileSync(join(root, "prisma/migrations", name, "migration.sql"), stdout ?? "");
process.stdout.write(`prisma/migrations/${name}/migration.sql\n`);
await pool.end();
