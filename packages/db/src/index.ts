export { type Database, type DatabaseOptions, openDatabase } from "./database.ts";
export { type EmbeddedPostgres, runningDatabaseUrl, startEmbeddedPostgres } from "./embedded/cluster.ts";
export { FolderInUseError } from "./embedded/folder-lock.ts";
export { Prisma } from "./generated/client.ts";
export { applyMigrations } from "./migrate/apply-migrations.ts";
export { type TransactionOptions, transaction } from "./transaction.ts";
export { uuidv7 } from "./uuid.ts";
