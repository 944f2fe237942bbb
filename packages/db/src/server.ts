// What starts and migrates a database. Apart from index.ts, so that no bundle of pages takes in programs and engines.
export { type EmbeddedPostgres, runningDatabaseUrl, startEmbeddedPostgres } from "./embedded/cluster.ts";
export { FolderInUseError } from "./embedded/folder-lock.ts";
export { applyMigrations } from "./migrate/apply-migrations.ts";
